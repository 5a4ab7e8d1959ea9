package dev.propusk.api.key;

import dev.propusk.base.AddressList;
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
 * @param addresses from where it may be used
 */
public record NewApiKey(
        String name, Set<KeyScope> scopes, @Nullable Instant endsAt, AddressList addresses) {
    public static final int MAX_NAME = 60;

    /** One that may be used from everywhere. */
    public NewApiKey(String name, Set<KeyScope> scopes, @Nullable Instant endsAt) {
        this(name, scopes, endsAt, AddressList.EVERYWHERE);
    }

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
