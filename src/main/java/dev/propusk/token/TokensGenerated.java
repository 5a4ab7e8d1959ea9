package dev.propusk.token;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;

/** Tokens were generated, all with one transaction (rule 2). */
public record TokensGenerated(ContractId contract, List<TokenId> tokens, TokenRequest request) implements JournalEvent {
    @Override
    public String action() {
        return "token.generated";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "count",
                tokens.size(),
                "reuse",
                request.reuse(),
                "days",
                request.term().isUnlimited() ? "unlimited" : request.term().days());
    }
}
