package dev.propusk.command;

/** What was written on the command line is not understood. */
public class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongUsageException(String message) {
        super(message);
    }
}
