package dev.propusk.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One run of the program on one machine.
 *
 * @param name the machine's
 * @param version {@code 1.0.0}
 * @param seenAt when it last said that it runs, by its own clock
 * @param isThis whether it is the one that was asked
 */
public record Node(UUID id, String name, String version, Instant startedAt, Instant seenAt, boolean isThis) {
    /** Whoever ends in order takes its leave: one that has said nothing for so long has fallen, or can't reach the database. */
    static final Duration SILENT = Duration.ofMinutes(2);

    public boolean isSilentAt(Instant now) {
        return seenAt.plus(SILENT).isBefore(now);
    }
}
