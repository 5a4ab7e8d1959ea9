package dev.propusk.security;

import java.util.Arrays;
import java.util.Optional;

/** What a key of a customer's own software may do, each by itself: who may change tokens may not yet read them. */
public enum KeyScope {
    TOKENS_READ("tokens:read"),
    TOKENS_WRITE("tokens:write");

    private final String word;

    KeyScope(String word) {
        this.word = word;
    }

    /** As other programs know it: {@code tokens:read}. */
    public String word() {
        return word;
    }

    public static Optional<KeyScope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
