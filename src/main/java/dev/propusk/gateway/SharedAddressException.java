package dev.propusk.gateway;

/** Another gateway speaks from there, and the two could not be told apart. */
public class SharedAddressException extends RuntimeException {
    private final Wrong wrong;
    private final String other;

    /** What is wrong. */
    public enum Wrong {
        /** The address has one secret already: by it a packet is read before anything in it can be believed. */
        SECRET,
        /** A packet could be either's. */
        SIGN
    }

    SharedAddressException(Wrong wrong, String other) {
        super(wrong + " of another gateway at the same address");
        this.wrong = wrong;
        this.other = other;
    }

    public Wrong wrong() {
        return wrong;
    }

    /** The other's name. */
    public String other() {
        return other;
    }
}
