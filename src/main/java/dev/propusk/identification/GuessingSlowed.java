package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;

/** So many wrong codes came that a contract's budget is empty: somebody guesses (rule 19). */
record GuessingSlowed(ContractId contract, Source source, Budget budget) implements JournalEvent {
    @Override
    public boolean isTrouble() {
        return true;
    }

    @Override
    public String action() {
        return "guessing.slowed";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("source", source, "burst", budget.burst(), "perDay", budget.perDay());
    }
}
