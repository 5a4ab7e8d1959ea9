package dev.propusk.migration;

import dev.propusk.base.StartRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which programs can work with a schema. Changelogs only add, so that the release before goes on beside a newer one; the
 * first that takes something away raises {@code schema_generation.needed} and {@link #OURS} with it.
 */
public final class SchemaGeneration {
    /** What this program can work with. */
    static final int OURS = 1;

    private SchemaGeneration() {}

    /**
     * Refuses a schema that this program can't work with.
     *
     * @throws StartRefusedException where it belongs to programs newer than this one
     */
    public static void check(Connection connection) throws SQLException {
        int needed = needed(connection);
        if (needed > OURS) {
            throw new StartRefusedException(
                    "The database was changed by a newer Propusk, and this one can no longer work with it (schema generation "
                            + needed + ", this program knows " + OURS + ").",
                    "Start the newer program again, or restore the backup that was made before the upgrade.");
        }
    }

    /** None where the table is not there yet. */
    private static int needed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select 1 from information_schema.tables"
                    + " where table_schema = database() and table_name = 'schema_generation'")) {
                if (!there.next()) {
                    return 0;
                }
            }
            try (var row = statement.executeQuery("select needed from schema_generation")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
