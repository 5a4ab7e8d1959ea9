package dev.propusk.api;

import dev.propusk.base.DashedWord;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Every kind of problem that other programs are told of (RFC 9457). Its name in an address, such as
 * {@code /problems/unused-limit}, is stable, and a page at that address explains it.
 */
public enum ProblemKind {
    MALFORMED(HttpStatus.BAD_REQUEST),
    INVALID(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    SCOPE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    UNUSED_LIMIT(HttpStatus.CONFLICT),
    WRONG_STATE(HttpStatus.CONFLICT),
    NOTHING_TO_PRINT(HttpStatus.CONFLICT),
    CONTRACT_NOT_OPEN(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** For gateways: this does not identify this device here, for whatever reason (rule 9). */
    NOT_ACCEPTED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As it stands in addresses: {@code unused-limit}. */
    public String word() {
        return DashedWord.of(this);
    }

    public static Optional<ProblemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
