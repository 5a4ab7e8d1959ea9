package dev.propusk.journal;

import java.time.Instant;

/**
 * Closes a batch of entries: nobody without the key can make one that fits other entries, another order or another chain.
 *
 * @param entries how many it covers
 * @param total how many it and all before it cover
 * @param previous the value of the seal before it; of the first one zeros
 * @param value HMAC-SHA256 in hexadecimal
 */
record Seal(long number, Instant sealedAt, int entries, long total, String previous, String value) {
    static final String NONE = "0".repeat(64);
}
