package dev.propusk.migration;

import dev.propusk.base.StartRefusedException;
import java.sql.SQLException;

/** The database did not let us look whether its schema may be changed. */
class MigrationException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    MigrationException(SQLException cause) {
        super(
                "The schema can't be looked at: " + cause.getMessage(),
                "Check that the user of spring.liquibase.user, or else of spring.datasource.username, may change the schema.",
                cause);
    }
}
