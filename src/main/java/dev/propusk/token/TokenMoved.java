package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;

/** A device goes on under a new MAC (rule 17). */
public record TokenMoved(ContractId contract, TokenId token, TokenId successor, MacAddress from, MacAddress to)
        implements JournalEvent {
    @Override
    public String action() {
        return "token.moved";
    }

    @Override
    public UUID subject() {
        return token.value();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("from", from.toString(), "to", to.toString(), "successor", successor.toString());
    }
}
