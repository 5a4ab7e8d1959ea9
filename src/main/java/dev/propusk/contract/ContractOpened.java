package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;

/** A contract was opened. */
public record ContractOpened(ContractId contract) implements JournalEvent {
    @Override
    public String action() {
        return "contract.opened";
    }
}
