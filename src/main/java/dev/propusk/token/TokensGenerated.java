package dev.propusk.token;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
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
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("count", tokens.size());
        details.put("reuse", request.reuse());
        if (request.uses().devices() != null) {
            details.put("devices", request.uses().devices());
        }
        details.put(
                "days",
                request.term().days() == null ? "unlimited" : request.term().days());
        details.putAll(request.limits().named());
        return details;
    }
}
