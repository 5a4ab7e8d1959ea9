package dev.propusk.account.identity;

import org.springframework.security.core.AuthenticationException;

/** Whoever came from the provider of identities is not let in, or not taken for who they say. */
public class IdentityRefusedException extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String detail;

    IdentityRefusedException(Fault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    IdentityRefusedException(Fault fault, String detail, Throwable cause) {
        super(fault + ": " + detail, cause);
        this.fault = fault;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    /** For the log: which check failed, in words of ours. */
    String detail() {
        return detail;
    }

    /** Why, as their person is told. */
    public enum Fault {
        /** The way there was not begun in this browser, or too long ago. */
        BEGIN_AGAIN,
        /** The provider itself said no, or the person did there. */
        DENIED,
        /** What it sent does not pass the checks: by whom, for whom, for which attempt, until when, signed by which key. */
        UNTRUSTED,
        /** It does not answer. */
        AWAY,
        /** No role or contract is theirs here, or no login is made for them. */
        NO_ACCESS,
        /** A login of that name is somebody else's, or of another role or contract. */
        CONFLICT,
        DISABLED,
        /** Nobody of that role works from there. */
        ELSEWHERE,
        /** Somebody else proved who they are than whoever is signed in, or they did not do so just now. */
        NOT_PROVEN,
        /** Too many sign in at once. */
        BUSY,
        /** Our own database is away. */
        DATABASE
    }
}
