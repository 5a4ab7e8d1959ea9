package dev.propusk.journal.seal;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries came to be sealed that the application has not written, or not as they stand there (journal 6). */
record ForeignEntries(List<UUID> entries) implements JournalEvent {
    private static final int NAMED = 100;

    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "journal.foreign-entries";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "count",
                entries.size(),
                "entries",
                entries.stream().limit(NAMED).map(UUID::toString).toList());
    }

    @Override
    public boolean isTrouble() {
        return true;
    }
}
