package dev.propusk.token.search;

import dev.propusk.token.Reuse;
import dev.propusk.token.TokenState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a contract are asked for; what is null does not count.
 *
 * @param text a code with or without spaces, a MAC in any notation, a reference, or a part of a note
 * @param from generated at or after this moment
 * @param to generated before this moment
 */
public record TokenFilter(
        @Nullable TokenState state,
        @Nullable Reuse reuse,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final TokenFilter ALL = new TokenFilter(null, null, null, null, null);
}
