package dev.propusk.bench.bare;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a reference does with rows: it reads them all, and keeps what it asks on with. */
final class Rows {
    /** Of a token, as the application reads them. */
    static final String TOKEN =
            "id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by, "
                    + "issued_at, mac, activated_at, expires_at, annulled_at, annulment, moved_from, deleted_at, version, "
                    + "(select concat_ws(',', ifnull(down_kbit, ''), ifnull(up_kbit, ''), ifnull(idle_minutes, ''), "
                    + "ifnull(traffic_megabytes, ''), ifnull(octets, '')) from token_limit where token_id = token.id), "
                    + "(case when token.reuse = 'MULTI_USE' then (select nullif(concat_ws(',', count(*), count(mac)), '0,0') "
                    + "from code_place where code = token.code) end)";

    private Rows() {}

    static int read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int read = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
                read++;
            }
            return read;
        }
    }

    static List<UUID> ids(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    static String places(int count) {
        return "?" + ", ?".repeat(count - 1);
    }
}
