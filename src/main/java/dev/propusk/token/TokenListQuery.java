package dev.propusk.token;

import dev.propusk.base.MacAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a contract another program asks for; what is null does not count.
 *
 * @param reference the whole of it, letter by letter
 */
public record TokenListQuery(
        TokenFilter filter,
        @Nullable TokenCode code,
        @Nullable MacAddress mac,
        @Nullable String reference) {
    public static TokenListQuery of(TokenFilter filter) {
        return new TokenListQuery(filter, null, null, null);
    }
}
