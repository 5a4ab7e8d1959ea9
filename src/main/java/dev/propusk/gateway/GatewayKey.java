package dev.propusk.gateway;

import dev.propusk.base.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A gateway's key: {@code gk_}, 160 random bits and a checksum by which scanners of leaked secrets know it. Only its hash
 * is kept.
 */
public record GatewayKey(String value) {
    private static final String PREFIX = "gk_";
    private static final int RANDOM_BITS = 160;
    private static final int LONGEST = 100;

    static GatewayKey random(Random random) {
        String body = PREFIX + padded(new BigInteger(RANDOM_BITS, random), 32);
        CRC32 checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.US_ASCII));
        return new GatewayKey(body + padded(BigInteger.valueOf(checksum.getValue()), 7));
    }

    /** The one in this text, if it looks like one; whether it is one is known by its hash. */
    static Optional<GatewayKey> read(String text) {
        return text.startsWith(PREFIX) && text.length() <= LONGEST
                ? Optional.of(new GatewayKey(text))
                : Optional.empty();
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    private static String padded(BigInteger number, int digits) {
        String text = number.toString(36);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
