package dev.propusk.mariadb;

import java.sql.SQLException;

/** The database that is set does not let us in. */
class DatabaseUnreachableException extends MariaDbException {
    private static final long serialVersionUID = 1;

    DatabaseUnreachableException(SQLException cause) {
        super(
                "The database does not answer: " + root(cause).getMessage(),
                "Check that it runs, and spring.datasource.url, spring.datasource.username and spring.datasource.password.",
                cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
