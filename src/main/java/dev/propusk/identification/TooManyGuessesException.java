package dev.propusk.identification;

import java.time.Duration;

/** So many wrong codes came this way that none is looked at for a while, right or wrong (rule 19). */
public class TooManyGuessesException extends RuntimeException {
    private final Duration retryAfter;

    TooManyGuessesException(Duration retryAfter) {
        super("Retry after " + retryAfter, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When the next one is looked at, at the earliest; at least a second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
