package dev.propusk.api.key;

import dev.propusk.base.OneLine;
import dev.propusk.security.KeyScope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants a key for.
 *
 * @param name 1..{@value #MAX_NAME} characters
 * @param scopes at least one
 * @param endsAt null: until it is revoked
 */
public record NewApiKey(
        String name, Set<KeyScope> scopes, @Nullable Instant endsAt) {
    public static final int MAX_NAME = 60;

    public NewApiKey {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        if (name.isEmpty() || !OneLine.isOne(name, MAX_NAME)) {
            throw new IllegalArgumentException("name");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes");
        }
    }
}
