package dev.propusk.web;

import dev.propusk.data.DatabaseAway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;

/** What went wrong, as far as a person needs to know; what exactly stands in the log alone. */
public enum Failure {
    DATABASE("error.database", HttpStatus.SERVICE_UNAVAILABLE),
    DENIED("error.denied", HttpStatus.FORBIDDEN),
    NOT_FOUND("error.not-found", HttpStatus.NOT_FOUND),
    UNEXPECTED("error.unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String key;
    private final HttpStatus status;

    Failure(String key, HttpStatus status) {
        this.key = key;
        this.status = status;
    }

    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return DENIED;
            }
        }
        return DatabaseAway.isCauseOf(thrown) ? DATABASE : UNEXPECTED;
    }

    /** An address that nobody may open is shown like one that leads nowhere. */
    public static Failure of(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> DATABASE;
            case NOT_FOUND, FORBIDDEN -> NOT_FOUND;
            default -> UNEXPECTED;
        };
    }

    /** The text that says what to do. */
    public String key() {
        return key;
    }

    public HttpStatus status() {
        return status;
    }
}
