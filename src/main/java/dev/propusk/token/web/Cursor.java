package dev.propusk.token.web;

import dev.propusk.api.CursorWord;
import dev.propusk.token.TokenId;
import java.util.Optional;
import java.util.UUID;

/** Where a list of tokens goes on: after the last id of the page before. */
final class Cursor {
    private Cursor() {}

    static String after(TokenId last) {
        UUID id = last.value();
        return CursorWord.of(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** Empty where it is none of ours. */
    static Optional<TokenId> read(String cursor) {
        return CursorWord.read(cursor, 2).map(id -> new TokenId(new UUID(id[0], id[1])));
    }
}
