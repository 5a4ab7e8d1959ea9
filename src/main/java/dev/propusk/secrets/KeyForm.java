package dev.propusk.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * What the keys of one kind look like: a prefix that tells the kind, random characters of base62, and six more that check
 * them (CRC-32 in base62), so that a program that looks for leaked keys knows one when it sees it.
 *
 * <p>The check is no condition: keys that were issued in older forms have another one or none, and the demo's have none.
 * Whether a key is accepted is decided by its hash alone.
 *
 * @param prefix may be empty
 * @param random how many random characters, of 5.95 bits each
 */
public record KeyForm(String prefix, int random) {
    static final int CHECK = 6;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST = 100;
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** A new one. */
    public IssuedKey issue() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < random; i++) {
            drawn.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new IssuedKey(prefix + drawn + check(drawn.toString()));
    }

    /** The one in this text, if it may be one; whether it is one is known by its hash. */
    public Optional<IssuedKey> read(String text) {
        return text.startsWith(prefix) && text.length() <= LONGEST
                ? Optional.of(new IssuedKey(text))
                : Optional.empty();
    }

    static String check(String drawn) {
        CRC32 crc = new CRC32();
        crc.update(drawn.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK; i++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
