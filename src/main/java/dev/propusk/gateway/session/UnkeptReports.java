package dev.propusk.gateway.session;

import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports that can't be kept are not dropped unseen: they are counted for each gateway, and shown with it. */
@Service
public class UnkeptReports {
    private final JdbcClient jdbc;
    private final Clock clock;

    UnkeptReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many of a gateway's reports were not kept for one reason, and when the last came. */
    public record Counted(UnkeptReason reason, long count, Instant last) {}

    /** One more. */
    public void count(GatewayCaller gateway, UnkeptReason reason) {
        jdbc.sql("""
                        insert into unkept_report (contract_id, gateway_id, reason, reports, last_at)
                        values (:contract, :gateway, :reason, 1, :now)
                        on duplicate key update reports = reports + 1, last_at = :now
                        """)
                .param("contract", gateway.contract().value())
                .param("gateway", gateway.gateway().value())
                .param("reason", reason.name())
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
    }

    /** Of one gateway, the latest first. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<Counted> of(ContractId contract, GatewayId gateway) {
        return jdbc.sql("""
                        select reason, reports, last_at from unkept_report
                        where contract_id = ? and gateway_id = ? order by last_at desc
                        """)
                .params(contract.value(), gateway.value())
                .query((row, number) -> new Counted(
                        UnkeptReason.valueOf(row.getString("reason")),
                        row.getLong("reports"),
                        InstantConverter.instant(row, "last_at")))
                .list();
    }
}
