package dev.propusk.account;

/** A login can't be made or changed so. */
public class InvalidAccountException extends IllegalArgumentException {
    private final Fault fault;

    InvalidAccountException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What is wrong. */
    public enum Fault {
        /** 3..64 Latin letters, digits, dots, dashes and underscores. */
        USERNAME,
        /** Somebody else has this name. */
        TAKEN,
        /** Nobody shuts themselves out. */
        OWN
    }
}
