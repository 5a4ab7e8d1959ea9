package dev.propusk.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not count.
 *
 * @param from at or after this moment
 * @param to before this moment
 * @param actor a login's or a key's name, exactly
 * @param action one, such as {@code token.annulled}, or all that begin with it: {@code token.}
 * @param subject the id of what something was done to
 * @param contractNumber for the provider only
 */
public record JournalFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID subject,
        @Nullable String contractNumber) {
    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, null);

    /** Everything that was done to it. */
    public static JournalFilter of(UUID subject) {
        return new JournalFilter(null, null, null, null, subject, null);
    }
}
