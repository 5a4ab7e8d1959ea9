package dev.propusk.gateway.session;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.gateway.GatewayCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes sessions down; reports may come twice, late, or not at all. */
@Component
class SessionRecords {
    /** For so long after its end a session is not begun again by a report that was late. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final String ITS_SESSION = "gateway_id = :gateway and acct_session_id = :session and mac = :mac";

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Atomic
    void goesOn(GatewayCaller gateway, AccountingReport report) {
        if (!endedLately(gateway, report)) {
            write(gateway, report, null);
        }
    }

    @Atomic
    void ended(GatewayCaller gateway, AccountingReport report) {
        int ended = with(gateway, report, """
                        update device_session
                        set ended_at = :at, seen_at = :at, end_cause = :cause, ip = coalesce(:ip, ip),
                            octets_in = greatest(octets_in, :in), octets_out = greatest(octets_out, :out)
                        where\s""" + ITS_SESSION + " and ended_at is null")
                .update();
        if (ended == 0 && endedLately(gateway, report)) {
            with(gateway, report, """
                            update device_session
                            set octets_in = greatest(octets_in, :in), octets_out = greatest(octets_out, :out)
                            where\s""" + ITS_SESSION + " order by ended_at desc limit 1")
                    .update();
        } else if (ended == 0) {
            write(gateway, report, at(report));
        }
    }

    /** The gateway has started anew: whatever it had is over. */
    @Atomic
    void allEnded(GatewayCaller gateway, String cause) {
        jdbc.sql("update device_session set ended_at = :now, end_cause = :cause "
                        + "where gateway_id = :gateway and ended_at is null")
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("cause", cause)
                .param("gateway", gateway.gateway().value())
                .update();
    }

    private void write(GatewayCaller gateway, AccountingReport report, @Nullable Instant end) {
        with(gateway, report, """
                        insert into device_session
                            (id, contract_id, gateway_id, acct_session_id, mac, station, user_name, ip,
                             started_at, seen_at, ended_at, octets_in, octets_out, end_cause)
                        values (:id, :contract, :gateway, :session, :mac, :station, :user, :ip,
                            :started, :at, :ended, :in, :out, :cause)
                        on duplicate key update
                            seen_at = greatest(seen_at, :at), ip = coalesce(:ip, ip),
                            octets_in = greatest(octets_in, :in), octets_out = greatest(octets_out, :out)
                        """)
                .param("id", OwnId.next("device_session"))
                .param("contract", gateway.contract().value())
                .param("station", report.station())
                .param("user", report.userName())
                .param("started", InstantConverter.toUtc(at(report).minus(report.lasted())))
                .param("ended", end == null ? null : InstantConverter.toUtc(end))
                .update();
    }

    private boolean endedLately(GatewayCaller gateway, AccountingReport report) {
        return with(
                        gateway,
                        report,
                        "select 1 from device_session where " + ITS_SESSION + " and ended_at > :late limit 1")
                .param("late", InstantConverter.toUtc(clock.instant().minus(LATE)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private StatementSpec with(GatewayCaller gateway, AccountingReport report, String sql) {
        return jdbc.sql(sql)
                .param("gateway", gateway.gateway().value())
                .param("session", report.session())
                .param("mac", report.device().bytes())
                .param("ip", report.ip())
                .param("at", InstantConverter.toUtc(at(report)))
                .param("in", report.in())
                .param("out", report.out())
                .param("cause", report.endCause());
    }

    private Instant at(AccountingReport report) {
        return clock.instant().minus(report.delay());
    }
}
