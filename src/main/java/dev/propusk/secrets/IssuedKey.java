package dev.propusk.secrets;

import dev.propusk.base.Sha256;

/**
 * A key that was issued to somebody: to a customer's software, to a gateway, in a link to set a password, to sign events.
 * It is shown once.
 *
 * <p>Only its hash is kept, by which it is recognised; where we have to sign with it ourselves, it is kept encrypted
 * ({@link Secrets#encrypt}). How one is made and told from other texts is its {@link KeyForm}.
 */
public record IssuedKey(String value) {
    private static final int HINT = 8;

    /** SHA-256 of the whole text, 32 bytes; without salt, since what is random can't be guessed. */
    public byte[] hash() {
        return Sha256.of(value);
    }

    /** How it begins, prefix and all, so that its owner recognises it. */
    public String hint() {
        return value.substring(0, Math.min(HINT, value.length()));
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "IssuedKey[…]";
    }
}
