package dev.propusk.journal;

import dev.propusk.security.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link JournalEvent} as it stands in the journal: when, and who did it. */
public record HistoryEntry(
        Instant at, Actor actor, String action, @Nullable UUID subject, Map<String, Object> details) {}
