package dev.propusk.account.identity;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.UUID;

/** An administrator lets a contract's people come in by the provider of identities, or no longer does. */
public record IdentitiesAllowed(ContractId contract, boolean allowed) implements JournalEvent {
    @Override
    public String action() {
        return allowed ? "account.identities-allowed" : "account.identities-not-allowed";
    }

    @Override
    public UUID subject() {
        return contract.value();
    }
}
