package dev.propusk.base;

/** So much of the same is under way that this one did not get its turn; nothing was done. */
public class TooMuchAtOnceException extends RuntimeException {
    public TooMuchAtOnceException() {
        super("Too much at once", null, false, false);
    }
}
