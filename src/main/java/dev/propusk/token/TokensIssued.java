package dev.propusk.token;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;

/** These tokens were handed out from the screen. */
public record TokensIssued(ContractId contract, List<TokenId> tokens) implements JournalEvent {
    @Override
    public String action() {
        return "token.issued";
    }

    @Override
    public Map<String, Object> details() {
        return JournalEvent.several("tokens", tokens);
    }
}
