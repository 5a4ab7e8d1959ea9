package dev.propusk.mariadb;

import java.nio.file.Path;

/** The server was started and did not come up. */
class MariaDbStartException extends MariaDbException {
    private static final long serialVersionUID = 1;

    MariaDbStartException(String problem, Path log) {
        super(
                problem,
                "Read the end of " + log
                        + ": it says why. A full disk and files of another user are the usual reasons.");
    }

    MariaDbStartException(String problem, Path log, Throwable cause) {
        super(
                problem,
                "Read the end of " + log
                        + ": it says why. A full disk and files of another user are the usual reasons.",
                cause);
    }
}
