package dev.propusk.bench;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** The reference: as many rows as a generation makes, in one batch of bare JDBC. */
final class BareGeneration implements AutoCloseable {
    private static final long SPREAD = 387_420_489L;
    private static long next = 800_000_000;

    private final Connection connection;
    private final PreparedStatement insert;

    BareGeneration(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("""
                insert into token (id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by)
                values (?, ?, ?, 'SINGLE_USE', 7, 'UNUSED', ?, ?, ?, 'bench')
                """);
    }

    void generate(ContractId contract, TokenRequest order, Instant now) throws SQLException {
        for (int i = 0; i < order.count(); i++) {
            insert.setObject(1, TimeOrderedId.next());
            insert.setObject(2, contract.value());
            insert.setString(3, "100%09d".formatted(next++ * SPREAD % 1_000_000_000));
            insert.setString(4, order.note());
            insert.setString(5, order.reference());
            insert.setObject(6, InstantConverter.toUtc(now));
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
