package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;

/** A contract was closed; its tokens are to be ended. */
public record ContractClosed(ContractId contract) implements JournalEvent {
    @Override
    public String action() {
        return "contract.closed";
    }
}
