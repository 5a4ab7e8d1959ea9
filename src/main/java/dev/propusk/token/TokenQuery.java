package dev.propusk.token;

import dev.propusk.base.MacAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a contract another program asks for; what is null does not count.
 *
 * @param reference the whole of it, letter by letter
 */
public record TokenQuery(
        TokenFilter filter,
        @Nullable TokenCode code,
        @Nullable MacAddress mac,
        @Nullable String reference) {
    public static TokenQuery of(TokenFilter filter) {
        return new TokenQuery(filter, null, null, null);
    }
}
