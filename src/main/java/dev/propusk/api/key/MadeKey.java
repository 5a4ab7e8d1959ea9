package dev.propusk.api.key;

/**
 * A key that was just made.
 *
 * @param text the key itself, to be shown once: nothing keeps it
 */
public record MadeKey(ApiKey key, String text) {
    @Override
    public String toString() {
        return "MadeKey[" + key.hint() + "…]";
    }
}
