package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody took a part of the journal away as a file. */
record JournalExported(@Nullable ContractId contract, int entries) implements JournalEvent {
    @Override
    public String action() {
        return "journal.exported";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("count", entries);
    }
}
