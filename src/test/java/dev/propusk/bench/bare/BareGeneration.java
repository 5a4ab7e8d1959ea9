package dev.propusk.bench.bare;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.bench.seed.Database;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** As many rows as a generation makes, in one batch. */
public final class BareGeneration implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    public BareGeneration(Database database) throws SQLException {
        connection = database.connect();
        insert = connection.prepareStatement("""
                insert into token (id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by)
                values (?, ?, ?, 'SINGLE_USE', 7, 'UNUSED', ?, ?, ?, 'bench')
                """);
    }

    public void generate(ContractId contract, TokenRequest request, List<TokenCode> codes, Instant now)
            throws SQLException {
        for (TokenCode code : codes) {
            insert.setObject(1, TimeOrderedId.next());
            insert.setObject(2, contract.value());
            insert.setString(3, code.value());
            insert.setString(4, request.note());
            insert.setString(5, request.reference());
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
