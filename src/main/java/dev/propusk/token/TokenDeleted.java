package dev.propusk.token;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.UUID;

/** A token was deleted: its place is free, and the customer sees it no more (rule 12). */
public record TokenDeleted(ContractId contract, TokenId token) implements JournalEvent {
    @Override
    public String action() {
        return "token.deleted";
    }

    @Override
    public UUID subject() {
        return token.value();
    }
}
