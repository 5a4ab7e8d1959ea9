package dev.propusk.support;

import org.jspecify.annotations.Nullable;

/**
 * The table of tokens says otherwise than the journal did when it happened: somebody changed it past the application.
 *
 * @param stored what the table says, a time or a text; null: nothing
 * @param journal what the journal says
 */
public record Contradiction(
        Kind kind, @Nullable Object stored, @Nullable Object journal) {
    /** About what. */
    public enum Kind {
        /** The device that activated it, or that it was moved to. */
        DEVICE,
        /** The contract. */
        NETWORK,
        /** When it was activated, or moved. */
        ACTIVATED,
        /** When its term ends. */
        UNTIL,
        /** The journal has no entry of the application about it. */
        UNKNOWN,
        /** Nor can it have one, for its retention has passed. */
        PURGED
    }
}
