package dev.propusk.api.key;

import dev.propusk.secrets.IssuedKey;

/**
 * A key that was just made.
 *
 * @param issued the key itself, to be shown once: nothing keeps it
 */
public record MadeKey(ApiKey key, IssuedKey issued) {
    public String text() {
        return issued.value();
    }
}
