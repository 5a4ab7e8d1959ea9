package dev.propusk.journal.seal;

import java.time.Instant;
import java.time.format.DateTimeParseException;

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

    /** As it is told outside: when, number, entries under it, entries so far, the one before, its value. */
    String line() {
        return String.join(
                " ",
                sealedAt.toString(),
                String.valueOf(number),
                String.valueOf(entries),
                String.valueOf(total),
                previous,
                value);
    }

    /** @throws IllegalArgumentException where that is no such line */
    static Seal read(String line) {
        String[] part = line.split(" ", -1);
        try {
            return new Seal(
                    Long.parseLong(part[1]),
                    Instant.parse(part[0]),
                    Integer.parseInt(part[2]),
                    Long.parseLong(part[3]),
                    part[4],
                    part[5]);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("No line about a seal: " + line, e);
        }
    }
}
