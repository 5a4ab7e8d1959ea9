package dev.propusk.contract;

import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The statement behind {@link Networks}. */
@Component
class NetworkTable {
    private final JdbcClient jdbc;

    NetworkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Network> find(ContractId contract) {
        return jdbc.sql("""
                        select number, slug, status, down_kbit, up_kbit, idle_minutes, traffic_megabytes
                        from contract where id = ?
                        """)
                .param(contract.value())
                .query((row, number) -> new Network(
                        contract,
                        row.getString("number"),
                        row.getString("slug"),
                        ContractStatus.valueOf(row.getString("status")) == ContractStatus.OPEN,
                        limits(row)))
                .optional();
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                row.getObject("down_kbit", Integer.class),
                row.getObject("up_kbit", Integer.class),
                row.getObject("idle_minutes", Integer.class),
                row.getObject("traffic_megabytes", Integer.class));
    }
}
