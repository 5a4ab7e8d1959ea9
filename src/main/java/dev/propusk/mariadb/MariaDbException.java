package dev.propusk.mariadb;

/** The application can't start for want of a fitting database; says what a person can do about it. */
abstract class MariaDbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MariaDbException(String problem) {
        super(problem);
    }

    MariaDbException(String problem, Throwable cause) {
        super(problem, cause);
    }

    /** What to install, set or stop, in a sentence or two. */
    abstract String remedy();
}
