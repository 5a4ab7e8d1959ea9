package dev.propusk.api.key;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.propusk.security.KeyScope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Scopes as the database keeps them: their words, by spaces. */
final class KeyScopes {
    private KeyScopes() {}

    static String write(Set<KeyScope> scopes) {
        return scopes.stream().sorted().map(KeyScope::word).collect(joining(" "));
    }

    static Set<KeyScope> read(String words) {
        return Arrays.stream(words.split(" "))
                .map(KeyScope::of)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }
}
