package dev.propusk.bench.bare;

import dev.propusk.bench.seed.Database;
import dev.propusk.data.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The longest due events, whoever they are for: found by an index, leased by one update. No customer is spared another. */
public final class BareEvents implements AutoCloseable {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Connection connection;
    private final PreparedStatement find;
    private final PreparedStatement lease;
    private final int most;

    /** @param most that are taken at once */
    public BareEvents(Database database, int most) throws SQLException {
        this.most = most;
        connection = database.connect();
        find = connection.prepareStatement("""
                select id from webhook_delivery force index (webhook_delivery_due)
                where state = 'WAITING' and next_at <= ? order by next_at limit ? for update
                """);
        lease = connection.prepareStatement(
                "update webhook_delivery set attempts = attempts + 1, next_at = ? where id in (" + Rows.places(most)
                        + ")");
    }

    /** Returns how many were taken. */
    public int take(Instant now) throws SQLException {
        find.setObject(1, InstantConverter.toUtc(now));
        find.setInt(2, most);
        List<UUID> ids = Rows.ids(find);
        lease.setObject(1, InstantConverter.toUtc(now.plus(LEASE)));
        for (int i = 0; i < most; i++) {
            lease.setObject(i + 2, ids.get(i % ids.size()));
        }
        int taken = lease.executeUpdate();
        connection.commit();
        return taken;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
