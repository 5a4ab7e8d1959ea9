package dev.propusk.bench.bare;

import dev.propusk.base.MacAddress;
import dev.propusk.bench.seed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One indexed select of what a device has activated. */
public final class BareMacQuery implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement select;

    public BareMacQuery(Database database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(true);
        select = connection.prepareStatement(
                "select " + Rows.TOKEN + " from token where mac = ? order by activated_at desc, id desc limit 200");
    }

    public void find(MacAddress device) throws SQLException {
        select.setBytes(1, device.bytes());
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
