package dev.propusk.token;

import org.jspecify.annotations.Nullable;

/**
 * For how many devices a token is: one, so many, or any number.
 *
 * @param devices {@value #MIN_DEVICES}..{@value #MAX_DEVICES}, of a multi-use token alone (rule 23); null: one, or any number
 */
public record Uses(Reuse reuse, @Nullable Integer devices) {
    public static final int MIN_DEVICES = 2;
    public static final int MAX_DEVICES = 10;
    public static final Uses ONE = new Uses(Reuse.SINGLE_USE, null);
    public static final Uses ANY = new Uses(Reuse.MULTI_USE, null);

    public Uses {
        if (devices != null && (reuse == Reuse.SINGLE_USE || devices < MIN_DEVICES || devices > MAX_DEVICES)) {
            throw new InvalidTokenRequestException("devices");
        }
    }

    public static Uses of(int devices) {
        return new Uses(Reuse.MULTI_USE, devices);
    }
}
