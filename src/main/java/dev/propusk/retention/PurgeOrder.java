package dev.propusk.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is being purged.
 *
 * @param what the ids of tokens, or the numbers of the seals over entries, in order
 */
record PurgeOrder(UUID id, Kind kind, Instant endedBefore, List<?> what) {
    /** What it is of. */
    enum Kind {
        TOKENS,
        ENTRIES;

        Object read(String key) {
            return switch (this) {
                case TOKENS -> UUID.fromString(key);
                case ENTRIES -> Long.valueOf(key);
            };
        }
    }

    Object last() {
        return what.getLast();
    }
}
