package dev.propusk.token;

import org.jspecify.annotations.Nullable;

/**
 * What is to be generated.
 *
 * @param count 1..{@value #MAX_COUNT} (rule 2)
 * @param note up to {@value #MAX_NOTE} characters; blank counts as none
 * @param reference up to {@value #MAX_REFERENCE} characters from the customer's own system; blank counts as none
 */
public record TokenRequest(
        int count,
        Reuse reuse,
        Term term,
        @Nullable String note,
        @Nullable String reference) {
    public static final int MAX_COUNT = 200;
    public static final int MAX_NOTE = 100;
    public static final int MAX_REFERENCE = 64;

    public TokenRequest {
        if (count < 1 || count > MAX_COUNT) {
            throw new InvalidTokenRequestException("count");
        }
        note = clean(note, MAX_NOTE, "note");
        reference = clean(reference, MAX_REFERENCE, "reference");
    }

    private static @Nullable String clean(@Nullable String text, int most, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > most
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidTokenRequestException(field);
        }
        return stripped;
    }
}
