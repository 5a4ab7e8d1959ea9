package dev.propusk.api.key;

import dev.propusk.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * What an API key looks like: {@code pk_}, 30 random characters of base62 (178 bits), and 6 characters that check them
 * (CRC-32 in base62), so that a program that looks for leaked keys knows one when it sees it.
 *
 * <p>Whether a key is accepted is decided by its hash alone.
 */
final class KeyFormat {
    static final String PREFIX = "pk_";
    static final int MAX_LENGTH = 64;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 30;
    private static final int CHECK = 6;
    private static final int HINT = 8;

    private KeyFormat() {}

    static String random(RandomGenerator random) {
        StringBuilder key = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            key.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return key.append(check(key.substring(PREFIX.length()))).toString();
    }

    /** Whether its check characters are right. */
    static boolean isWhole(String key) {
        int end = PREFIX.length() + RANDOM;
        return key.length() == end + CHECK
                && key.startsWith(PREFIX)
                && key.endsWith(check(key.substring(PREFIX.length(), end)));
    }

    static byte[] hash(String key) {
        return Sha256.of(key);
    }

    static String hint(String key) {
        return key.substring(0, Math.min(HINT, key.length()));
    }

    private static String check(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK; i++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
