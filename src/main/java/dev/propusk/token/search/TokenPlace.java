package dev.propusk.token.search;

import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import java.time.Instant;

/** Where a token stands in a list of the newest first; it stays there, whatever becomes of the token. */
public record TokenPlace(Instant generatedAt, TokenId id) {
    public static TokenPlace of(Token token) {
        return new TokenPlace(token.generatedAt(), token.id());
    }
}
