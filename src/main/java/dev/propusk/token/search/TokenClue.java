package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What support knows of activations it looks for; what is null does not count.
 *
 * @param macPart 4 to 11 hexadecimal digits that a device's address begins or ends with, in capitals
 * @param from only what was active after this moment
 * @param to only what was activated before this moment
 */
public record TokenClue(
        @Nullable MacAddress mac,
        @Nullable String macPart,
        @Nullable TokenCode code,
        @Nullable ContractId contract,
        @Nullable Instant from,
        @Nullable Instant to) {
    public TokenClue {
        if (macPart != null && !macPart.matches("[0-9A-F]{4,11}")) {
            throw new IllegalArgumentException(macPart.toLowerCase(Locale.ROOT));
        }
        if (mac == null && macPart == null && code == null && contract == null) {
            throw new IllegalArgumentException("No clue at all");
        }
    }

    boolean isAboutAPeriod() {
        return from != null || to != null;
    }
}
