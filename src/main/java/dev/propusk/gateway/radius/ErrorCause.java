package dev.propusk.gateway.radius;

import java.util.Arrays;
import java.util.Optional;

/** Why equipment would not end a session, by its number (RFC 5176, 3.5). */
public enum ErrorCause {
    RESIDUAL_REMOVED(201),
    INVALID_EAP(202),
    UNSUPPORTED_ATTRIBUTE(401),
    MISSING_ATTRIBUTE(402),
    NAS_MISMATCH(403),
    INVALID_REQUEST(404),
    UNSUPPORTED_SERVICE(405),
    UNSUPPORTED_EXTENSION(406),
    INVALID_VALUE(407),
    PROHIBITED(501),
    NOT_ROUTABLE(502),
    SESSION_NOT_FOUND(503),
    NOT_REMOVABLE(504),
    PROXY_ERROR(505),
    NO_RESOURCES(506),
    REQUEST_INITIATED(507),
    SEVERAL_SESSIONS(508);

    private final int number;

    ErrorCause(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Empty: it has no such number. */
    public static Optional<ErrorCause> of(int number) {
        return Arrays.stream(values()).filter(cause -> cause.number == number).findFirst();
    }
}
