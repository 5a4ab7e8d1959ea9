package dev.propusk.bench.seed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application's server, for the reference: by the same driver with the same options, past its pool. */
public final class Database {
    private final JdbcConnectionDetails details;

    public Database(JdbcConnectionDetails details) {
        this.details = details;
    }

    /** A connection that commits when it is told to. */
    public Connection connect() throws SQLException {
        Connection connection =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
