package dev.propusk.account.factor;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.UUID;

/** An owner asks for a second factor of everybody in the contract, or no longer does. */
public record FactorDemanded(ContractId contract, boolean demanded) implements JournalEvent {
    @Override
    public String action() {
        return demanded ? "account.factor-demanded" : "account.factor-not-demanded";
    }

    @Override
    public UUID subject() {
        return contract.value();
    }
}
