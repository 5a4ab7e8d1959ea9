package dev.propusk.token;

import dev.propusk.base.OneLine;
import dev.propusk.contract.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What is to be generated.
 *
 * @param count 1..{@value #MAX_COUNT} (rule 2)
 * @param note up to {@value #MAX_NOTE} characters; blank counts as none
 * @param reference up to {@value #MAX_REFERENCE} characters from the customer's own system; blank counts as none
 * @param limits of its devices; what is not set is the contract's
 */
public record TokenRequest(
        int count,
        Uses uses,
        Term term,
        @Nullable String note,
        @Nullable String reference,
        Limits limits) {
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

    /** With the contract's limits, and for one device or any number. */
    public TokenRequest(int count, Reuse reuse, Term term, @Nullable String note, @Nullable String reference) {
        this(count, new Uses(reuse, null), term, note, reference, Limits.NONE);
    }

    public Reuse reuse() {
        return uses.reuse();
    }

    /** Whether this, without what stands around it, is at most so many characters on one line. */
    public static boolean isLine(String text, int most) {
        return OneLine.isOne(text, most);
    }

    private static @Nullable String clean(@Nullable String text, int most, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!isLine(text, most)) {
            throw new InvalidTokenRequestException(field);
        }
        return text.strip();
    }
}
