package dev.propusk.security;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the journal names them.
 *
 * @param name a login's or a key's name; for a guest and for the system itself a fixed word
 * @param address the client's IP address, where there is one
 */
public record Actor(Kind kind, String name, @Nullable String address) {
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", null);

    /** What stands behind the name. */
    public enum Kind {
        LOGIN,
        KEY,
        GATEWAY,
        GUEST,
        SYSTEM
    }
}
