package dev.propusk.bench.bare;

import static java.util.stream.Collectors.joining;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.bench.seed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Ends tokens of the bench as fast as it can: found together, then in batches an update, an entry in the journal for each
 * contract, and a commit. Those that would end last, so that what is due is left to the application.
 */
public final class BareSweep implements AutoCloseable {
    private static final int BATCH = 100;

    private final Connection connection;
    private final PreparedStatement find;
    private final PreparedStatement journal;

    public BareSweep(Database database) throws SQLException {
        connection = database.connect();
        find = connection.prepareStatement("""
                select id, contract_id from token where state = 'ACTIVE' and generated_by = 'bench'
                order by expires_at desc limit ?
                """);
        journal = connection.prepareStatement("""
                insert into journal (id, at, contract_id, actor_kind, actor, address, action, subject, details)
                values (?, ?, ?, 'SYSTEM', 'system', null, 'tokens.expired', null, ?)
                """);
    }

    /** Returns how many it ended. */
    public int end(int most) throws SQLException {
        List<Due> due = find(most);
        for (int from = 0; from < due.size(); from += BATCH) {
            List<Due> batch = due.subList(from, Math.min(due.size(), from + BATCH));
            end(batch);
            write(batch);
            connection.commit();
        }
        return due.size();
    }

    private record Due(UUID id, UUID contract) {}

    private List<Due> find(int most) throws SQLException {
        find.setInt(1, most);
        List<Due> due = new ArrayList<>();
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                due.add(new Due(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
        connection.commit();
        due.sort(Comparator.comparing(Due::contract));
        return due;
    }

    private void end(List<Due> batch) throws SQLException {
        String sql = "update token set state = 'ANNULLED', annulment = 'EXPIRED', annulled_at = expires_at, "
                + "version = version + 1 where id in (" + Rows.places(batch.size()) + ") and state = 'ACTIVE'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int at = 1;
            for (Due one : batch) {
                update.setObject(at++, one.id());
            }
            update.executeUpdate();
        }
    }

    private void write(List<Due> batch) throws SQLException {
        Set<UUID> contracts = new HashSet<>();
        for (Due one : batch) {
            contracts.add(one.contract());
        }
        for (UUID contract : contracts) {
            journal.setObject(1, TimeOrderedId.next());
            journal.setObject(2, LocalDateTime.now(ZoneOffset.UTC));
            journal.setObject(3, contract);
            journal.setString(
                    4,
                    batch.stream()
                            .filter(one -> one.contract().equals(contract))
                            .map(one -> "\"" + one.id() + "\"")
                            .collect(joining(",", "{\"tokens\":[", "]}")));
            journal.addBatch();
        }
        journal.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
