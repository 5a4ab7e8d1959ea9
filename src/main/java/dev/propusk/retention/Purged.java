package dev.propusk.retention;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ended tokens past their retention were purged. */
record Purged(int tokens, Instant endedBefore) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "retention.purged";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("count", tokens, "before", endedBefore.toString());
    }
}
