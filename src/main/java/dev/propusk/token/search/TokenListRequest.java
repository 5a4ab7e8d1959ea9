package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.token.TokenCode;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a contract another program asks for; what is null does not count.
 *
 * @param reference the whole of it, letter by letter
 */
public record TokenListRequest(
        TokenFilter filter,
        @Nullable TokenCode code,
        @Nullable MacAddress mac,
        @Nullable String reference) {
    public static TokenListRequest of(TokenFilter filter) {
        return new TokenListRequest(filter, null, null, null);
    }
}
