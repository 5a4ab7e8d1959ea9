package dev.propusk.retention;

import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.seal.PurgedSeals;
import dev.propusk.security.ContractId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the journal past their retention were purged. */
record JournalPurged(long untilSeal, int entries) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return PurgedSeals.ACTION;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("untilSeal", untilSeal, "entries", entries);
    }
}
