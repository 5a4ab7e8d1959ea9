package dev.propusk.migration;

import dev.propusk.base.StartRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node at a time changes the schema. Liquibase's own lock is a row, which stays when its holder dies; this one belongs
 * to a connection, and goes with it ({@code GET_LOCK}). So who has it knows that a row left behind is nobody's.
 */
final class MigrationLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int TELL_AFTER_SECONDS = 10;

    private static final String NAME = "concat('propusk ', left(database(), 48))";

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the other nodes, and says so.
     *
     * @throws StartRefusedException where another one has it for a quarter of an hour
     */
    static MigrationLock take(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            for (long waited = 0; waited < PATIENCE.toSeconds(); waited += TELL_AFTER_SECONDS) {
                if (number(connection, "select get_lock(" + NAME + ", " + TELL_AFTER_SECONDS + ")") == 1) {
                    return new MigrationLock(connection);
                }
                log.info("Another node brings the schema up to date; waiting for it");
            }
            throw new StartRefusedException(
                    "Another node has been changing the schema for " + PATIENCE.toMinutes() + " minutes.",
                    "Look at its log. If it stands still, stop it: the next start goes on where it was.");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Frees Liquibase's row where a node died while it had it. */
    void freeWhatWasCutOff() throws SQLException {
        if (number(
                        connection,
                        "select count(*) from information_schema.tables where table_schema = database()"
                                + " and table_name = 'DATABASECHANGELOGLOCK'")
                == 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            int freed = statement.executeUpdate("update DATABASECHANGELOGLOCK set LOCKED = 0, LOCKGRANTED = null,"
                    + " LOCKEDBY = null where LOCKED = 1");
            if (freed > 0) {
                log.warn("A change of the schema was cut off; it is finished now");
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            number(connection, "select release_lock(" + NAME + ")");
        } catch (SQLException e) {
            log.warn("The lock of the schema could not be given back; it goes with its connection", e);
        }
    }

    private static long number(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
