package dev.propusk.token;

/** What was given has not the shape of a token's code. */
public class InvalidTokenCodeException extends IllegalArgumentException {
    private final int length;

    InvalidTokenCodeException(int length) {
        this.length = length;
    }

    /** How many characters were given instead of 12. */
    public int length() {
        return length;
    }
}
