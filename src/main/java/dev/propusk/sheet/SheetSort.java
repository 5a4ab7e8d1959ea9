package dev.propusk.sheet;

import dev.propusk.token.Token;
import java.util.Comparator;

/** In which order coupons lie on the sheet. */
public enum SheetSort {
    GENERATED(oldestFirst()),
    NEWEST(oldestFirst().reversed()),
    CODE(Comparator.comparing((Token token) -> token.code().value()));

    private final Comparator<Token> comparator;

    SheetSort(Comparator<Token> comparator) {
        this.comparator = comparator;
    }

    public Comparator<Token> comparator() {
        return comparator;
    }

    private static Comparator<Token> oldestFirst() {
        return Comparator.comparing(Token::generatedAt)
                .thenComparing(token -> token.id().value());
    }
}
