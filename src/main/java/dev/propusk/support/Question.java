package dev.propusk.support;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What support was asked.
 *
 * @param text a MAC in any notation, at least 4 digits that it begins or ends with, a code, an IP address, or a contract's
 *     number
 * @param contract a contract's number that narrows it down
 * @param from the period's start in the zone; with no end, only this minute is meant
 * @param reason the letter's number, or why it is asked; stands in the journal
 */
public record Question(
        String text,
        @Nullable String contract,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        ZoneId zone,
        String reason) {
    private static final int LONGEST_REASON = 200;

    public static boolean isReason(String text) {
        return !text.isBlank() && text.length() <= LONGEST_REASON;
    }
}
