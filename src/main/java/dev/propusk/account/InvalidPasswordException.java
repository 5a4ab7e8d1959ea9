package dev.propusk.account;

/** This can't be a password. */
public class InvalidPasswordException extends IllegalArgumentException {
    private final Fault fault;

    InvalidPasswordException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What is wrong with it. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        LIKE_LOGIN,
        /** The password given as the current one is another. */
        WRONG_CURRENT
    }
}
