package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;

/** A suspended contract works again. */
public record ContractResumed(ContractId contract) implements JournalEvent {
    @Override
    public String action() {
        return "contract.resumed";
    }
}
