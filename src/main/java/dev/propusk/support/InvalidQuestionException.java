package dev.propusk.support;

/** The question can't be answered as it stands; one field is wrong. */
public class InvalidQuestionException extends IllegalArgumentException {
    private final Fault fault;

    public InvalidQuestionException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What is wrong. */
    public enum Fault {
        /** Neither a MAC or a part of one, nor a code, an address or a contract's number. */
        TEXT,
        /** No contract has this number. */
        CONTRACT,
        /** The end is not after the start. */
        PERIOD,
        /** An address belongs to many devices in turn: it takes a time. */
        ADDRESS_NEEDS_TIME,
        /** There is none, or it is longer than 200 characters. */
        REASON
    }
}
