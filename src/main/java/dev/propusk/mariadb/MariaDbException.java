package dev.propusk.mariadb;

import dev.propusk.base.StartRefusedException;

/** The application can't start for want of a fitting database. */
abstract class MariaDbException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    MariaDbException(String problem, String remedy) {
        super(problem, remedy);
    }

    MariaDbException(String problem, String remedy, Throwable cause) {
        super(problem, remedy, cause);
    }
}
