package dev.propusk.sheet;

import dev.propusk.token.Token;
import java.util.Comparator;

/** In which order coupons lie on the sheet. */
public enum SheetSort {
    GENERATED,
    NEWEST,
    CODE;

    public Comparator<Token> comparator() {
        return switch (this) {
            case GENERATED -> oldestFirst();
            case NEWEST -> oldestFirst().reversed();
            case CODE -> Comparator.comparing(token -> token.code().value());
        };
    }

    private static Comparator<Token> oldestFirst() {
        return Comparator.comparing(Token::generatedAt)
                .thenComparing(token -> token.id().value());
    }
}
