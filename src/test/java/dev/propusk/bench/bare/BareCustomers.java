package dev.propusk.bench.bare;

import dev.propusk.bench.seed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How many rows a table has, no further than the panel counts, and the first of them in the order of a column. */
public final class BareCustomers implements AutoCloseable {
    private static final int MOST = 10_000;
    private static final int PAGE = 50;

    private final Connection connection;
    private final PreparedStatement count;
    private final PreparedStatement page;

    public BareCustomers(Database database, String table, String by) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(true);
        count = connection.prepareStatement(
                "select count(*) from (select 1 from " + table + " limit " + (MOST + 1) + ") some");
        page = connection.prepareStatement("select * from " + table + " order by " + by + " limit " + PAGE);
    }

    public void first() throws SQLException {
        Rows.read(count);
        Rows.read(page);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
