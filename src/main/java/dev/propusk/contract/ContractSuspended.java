package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;

/** A contract was suspended. */
public record ContractSuspended(ContractId contract) implements JournalEvent {
    @Override
    public String action() {
        return "contract.suspended";
    }
}
