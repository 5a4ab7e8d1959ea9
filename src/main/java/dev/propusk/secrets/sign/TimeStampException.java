package dev.propusk.secrets.sign;

/** An authority did not stamp, or what it sent is no stamp. */
public class TimeStampException extends Exception {
    private static final long serialVersionUID = 1;

    TimeStampException(String message) {
        super(message);
    }

    TimeStampException(String message, Throwable cause) {
        super(message, cause);
    }
}
