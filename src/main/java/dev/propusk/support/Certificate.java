package dev.propusk.support;

import java.time.Instant;

/**
 * A certificate about a lookup.
 *
 * @param number as it stands on it
 * @param checksum over everything that it says, keyed: 64 hexadecimal digits
 * @param content what it says, line by line
 */
public record Certificate(String number, Instant madeAt, String madeBy, String checksum, String content) {
    /** As it is printed, in groups of four. */
    public String grouped() {
        return checksum.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
