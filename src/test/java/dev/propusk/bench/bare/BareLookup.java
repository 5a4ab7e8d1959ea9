package dev.propusk.bench.bare;

import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.bench.seed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What support's lookup of a MAC has to ask: the tokens, what they were moved from and to, their contracts, the sessions;
 * and that it was asked is written down.
 */
public final class BareLookup implements AutoCloseable {
    private static final int MOST = 201;

    private final Connection connection;
    private final PreparedStatement tokens;
    private final PreparedStatement sessions;
    private final PreparedStatement journal;

    public BareLookup(Database database) throws SQLException {
        connection = database.connect();
        tokens = connection.prepareStatement(
                "select " + Rows.TOKEN + " from token where mac = ? order by activated_at desc, id desc limit " + MOST);
        sessions = connection.prepareStatement("""
                select s.*, g.name from device_session s join gateway g on g.id = s.gateway_id
                where s.mac = ? order by s.started_at desc limit 200
                """);
        journal = connection.prepareStatement("""
                insert into journal (id, at, contract_id, actor_kind, actor, address, action, subject, details)
                values (?, ?, null, 'LOGIN', 'bench', null, 'support.looked-up', null, ?)
                """);
    }

    public void ask(MacAddress device) throws SQLException {
        List<String> codes = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        Set<UUID> contracts = new LinkedHashSet<>();
        tokens.setBytes(1, device.bytes());
        try (var rows = tokens.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject("id", UUID.class));
                contracts.add(rows.getObject("contract_id", UUID.class));
                codes.add(rows.getString("code"));
            }
        }
        if (!ids.isEmpty()) {
            moves(codes, ids);
            contracts(contracts);
        }
        sessions.setBytes(1, device.bytes());
        Rows.read(sessions);
        write(device, ids.size());
        connection.commit();
    }

    private void moves(List<String> codes, List<UUID> ids) throws SQLException {
        String sql = "select " + Rows.TOKEN + " from token where code in (" + Rows.places(codes.size())
                + ") and moved_from in (" + Rows.places(ids.size()) + ")";
        try (PreparedStatement moves = connection.prepareStatement(sql)) {
            int at = 1;
            for (String code : codes) {
                moves.setString(at++, code);
            }
            for (UUID id : ids) {
                moves.setObject(at++, id);
            }
            Rows.read(moves);
        }
    }

    private void contracts(Set<UUID> ids) throws SQLException {
        String sql = "select * from contract where id in (" + Rows.places(ids.size()) + ")";
        try (PreparedStatement contracts = connection.prepareStatement(sql)) {
            int at = 1;
            for (UUID id : ids) {
                contracts.setObject(at++, id);
            }
            Rows.read(contracts);
        }
    }

    private void write(MacAddress device, int found) throws SQLException {
        journal.setObject(1, TimeOrderedId.next());
        journal.setObject(2, LocalDateTime.now(ZoneOffset.UTC));
        journal.setString(3, "{\"mac\":\"" + device + "\",\"reason\":\"letter 17\",\"found\":" + found + "}");
        journal.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
