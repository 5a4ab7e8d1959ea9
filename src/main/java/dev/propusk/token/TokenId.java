package dev.propusk.token;

import dev.propusk.base.TimeOrderedId;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** Names one token, that is one row: each device of a multi-use token has its own. */
public record TokenId(UUID value) implements Serializable {
    public static TokenId next() {
        return new TokenId(TimeOrderedId.next());
    }

    /** Reads an id from outside; empty where the text is none. */
    public static Optional<TokenId> read(String text) {
        try {
            return Optional.of(new TokenId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
