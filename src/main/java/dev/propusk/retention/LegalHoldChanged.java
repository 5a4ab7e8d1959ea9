package dev.propusk.retention;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A legal hold was placed or lifted. */
record LegalHoldChanged(UUID hold, boolean placed, String on, String reason) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return placed ? "retention.hold-placed" : "retention.hold-lifted";
    }

    @Override
    public UUID subject() {
        return hold;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("on", on, "reason", reason);
    }
}
