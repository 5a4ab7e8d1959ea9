package dev.propusk.bench.bare;

import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.bench.seed.Database;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The reference: what an activation of a single-use token asks of the database, sent by bare JDBC. */
public final class BareActivation implements AutoCloseable {
    private static final String CONTRACT = "select status from contract where id = ?";
    private static final String TOKEN = """
            select id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by, issued_at,
                mac, activated_at, expires_at, annulled_at, annulment, moved_from, deleted_at, version
            from token where code = ? and contract_id = ? and (mac = ? or mac is null)
            """;
    private static final String USE = """
            update token set state = 'ACTIVE', mac = ?, activated_at = ?, expires_at = ?, version = version + 1
            where id = ? and version = ?
            """;
    private static final String JOURNAL = """
            insert into journal (id, at, contract_id, actor_kind, actor, address, action, subject, details, proof)
            values (?, ?, ?, 'SYSTEM', 'system', null, 'token.activated', ?, ?, ?)
            """;
    private static final byte[] PROOF = new byte[32];
    private static final String HOOK = "select url, low_at from webhook where contract_id = ?";
    private static final String QUOTA = "update quota set unused = unused - 1 where contract_id = ?";

    private final Queue<Link> links = new ConcurrentLinkedQueue<>();
    private final Queue<Link> all = new ArrayDeque<>();

    public BareActivation(Database database, int connections) throws SQLException {
        for (int i = 0; i < connections; i++) {
            Link link = new Link(database.connect());
            links.add(link);
            all.add(link);
        }
    }

    public void activate(ContractId contract, TokenCode code, MacAddress device) throws SQLException {
        Link link = links.remove();
        link.activate(contract.value(), code.value(), device);
        links.add(link);
    }

    @Override
    public void close() throws SQLException {
        for (Link link : all) {
            link.connection.close();
        }
    }

    private static final class Link {
        private final Connection connection;
        private final PreparedStatement contracts;
        private final PreparedStatement tokens;
        private final PreparedStatement use;
        private final PreparedStatement journal;
        private final PreparedStatement quota;
        private final PreparedStatement hook;

        Link(Connection connection) throws SQLException {
            this.connection = connection;
            contracts = connection.prepareStatement(CONTRACT);
            tokens = connection.prepareStatement(TOKEN);
            use = connection.prepareStatement(USE);
            journal = connection.prepareStatement(JOURNAL);
            quota = connection.prepareStatement(QUOTA);
            hook = connection.prepareStatement(HOOK);
        }

        void activate(UUID contract, String code, MacAddress device) throws SQLException {
            contracts.setObject(1, contract);
            try (var row = contracts.executeQuery()) {
                row.next();
            }
            tokens.setString(1, code);
            tokens.setObject(2, contract);
            tokens.setBytes(3, device.bytes());
            UUID id;
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            try (var row = tokens.executeQuery()) {
                row.next();
                id = row.getObject("id", UUID.class);
                use.setBytes(1, device.bytes());
                use.setObject(2, now);
                use.setObject(3, now.plusDays(30));
                use.setObject(4, id);
                use.setInt(5, row.getInt("version"));
            }
            require(use.executeUpdate() == 1);
            journal.setObject(1, TimeOrderedId.next());
            journal.setObject(2, now);
            journal.setObject(3, contract);
            journal.setObject(4, id);
            journal.setString(
                    5, "{\"mac\":\"" + device + "\",\"byHand\":false,\"until\":\"" + now.plusDays(30) + "Z\"}");
            journal.setBytes(6, PROOF);
            journal.executeUpdate();
            quota.setObject(1, contract);
            require(quota.executeUpdate() == 1);
            hook.setObject(1, contract);
            try (var row = hook.executeQuery()) {
                require(!row.next());
            }
            connection.commit();
        }

        private static void require(boolean done) {
            if (!done) {
                throw new IllegalStateException("The reference did not activate");
            }
        }
    }
}
