package dev.propusk.token;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;

/** The terms of these tokens are over (rule 7). */
public record TokensExpired(ContractId contract, List<TokenId> tokens) implements JournalEvent {
    @Override
    public String action() {
        return "token.expired";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "count",
                tokens.size(),
                "tokens",
                tokens.stream().map(TokenId::toString).toList());
    }
}
