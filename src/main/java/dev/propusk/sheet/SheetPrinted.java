package dev.propusk.sheet;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import java.util.List;
import java.util.Map;

/** Tokens were printed (rule 20). */
public record SheetPrinted(ContractId contract, List<TokenId> tokens) implements JournalEvent {
    @Override
    public String action() {
        return "sheet.printed";
    }

    @Override
    public Map<String, Object> details() {
        return JournalEvent.several("tokens", tokens);
    }
}
