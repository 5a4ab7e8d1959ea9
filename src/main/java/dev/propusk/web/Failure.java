package dev.propusk.web;

import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.data.DatabaseAway;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MultipartException;

/** What went wrong, as far as a person needs to know; what exactly stands in the log alone. */
public enum Failure {
    DATABASE("error.database", HttpStatus.SERVICE_UNAVAILABLE),
    DENIED("error.denied", HttpStatus.FORBIDDEN),
    NOT_FOUND("error.not-found", HttpStatus.NOT_FOUND),
    /** What the browser sent can't be read. */
    MALFORMED("error.malformed", HttpStatus.BAD_REQUEST),
    BUSY("error.busy", HttpStatus.TOO_MANY_REQUESTS),
    TOO_LARGE("error.too-large", HttpStatus.CONTENT_TOO_LARGE),
    UNEXPECTED("error.unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String key;
    private final HttpStatus status;

    Failure(String key, HttpStatus status) {
        this.key = key;
        this.status = status;
    }

    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<Failure> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return DatabaseAway.isCauseOf(thrown) ? DATABASE : UNEXPECTED;
    }

    private static Optional<Failure> known(Throwable cause) {
        return switch (cause) {
            case AccessDeniedException e -> Optional.of(DENIED);
            case BodyTooLargeException e -> Optional.of(TOO_LARGE);
            case InvalidParameterException e ->
                Optional.of(e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value() ? TOO_LARGE : MALFORMED);
            case RequestRejectedException e -> Optional.of(MALFORMED);
            case MultipartException e -> Optional.of(MALFORMED);
            case TooMuchAtOnceException e -> Optional.of(BUSY);
            default -> Optional.empty();
        };
    }

    /** Whether it lies with what was sent, and not with us: nothing to look into. */
    boolean isTheCallers() {
        return status.is4xxClientError();
    }

    /** An address that nobody may open is shown like one that leads nowhere. */
    public static Failure of(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> DATABASE;
            case NOT_FOUND, FORBIDDEN -> NOT_FOUND;
            case CONTENT_TOO_LARGE -> TOO_LARGE;
            case TOO_MANY_REQUESTS -> BUSY;
            case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> MALFORMED;
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
