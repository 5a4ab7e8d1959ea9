package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders that wait to be carried out; whichever node takes one has it alone for a while. */
@Component
class DisconnectQueue {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisconnectQueue(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    List<PendingDisconnect> due(int most) {
        return jdbc.sql("""
                        select d.id, d.contract_id, s.gateway_id, d.session_id, d.reason, d.tries,
                            s.ended_at is not null as ended, s.mac, s.acct_session_id, s.station, s.user_name, s.ip
                        from disconnect d join device_session s on s.id = d.session_id
                        where d.done_at is null and d.next_try_at <= :now
                        order by d.next_try_at limit :most
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("most", most)
                .query((row, number) -> order(row))
                .list();
    }

    @Atomic
    boolean take(PendingDisconnect order) {
        return jdbc.sql("""
                        update disconnect set tries = tries + 1, next_try_at = :lease
                        where id = :id and tries = :tries and done_at is null
                        """)
                        .param("id", order.id())
                        .param("tries", order.tries())
                        .param("lease", InstantConverter.toUtc(clock.instant().plus(LEASE)))
                        .update()
                == 1;
    }

    /** Nothing was to be done: it had ended by itself, or another token lets the device pass. */
    @Atomic
    void drop(PendingDisconnect order, String why) {
        finish(order, why);
    }

    /** The gateway has had the last word on it. */
    @Atomic
    void done(PendingDisconnect order, String gatewayName, String answer, boolean offline) {
        finish(order, answer);
        if (offline) {
            jdbc.sql(
                            "update device_session set ended_at = :now, end_cause = :cause where id = :id and ended_at is null")
                    .param("now", InstantConverter.toUtc(clock.instant()))
                    .param("cause", order.reason().name())
                    .param("id", order.session())
                    .update();
        }
        events.publishEvent(new SessionDisconnected(
                order.contract(),
                order.session(),
                order.device(),
                gatewayName,
                order.reason(),
                answer,
                order.tries() + 1));
    }

    @Atomic
    void tryAgain(PendingDisconnect order, Duration wait) {
        jdbc.sql("update disconnect set next_try_at = :at where id = :id")
                .param("at", InstantConverter.toUtc(clock.instant().plus(wait)))
                .param("id", order.id())
                .update();
    }

    private void finish(PendingDisconnect order, String answer) {
        Instant now = clock.instant();
        jdbc.sql("update disconnect set done_at = :now, answer = :answer where id = :id")
                .param("now", InstantConverter.toUtc(now))
                .param("answer", answer)
                .param("id", order.id())
                .update();
    }

    private static PendingDisconnect order(ResultSet row) throws SQLException {
        return new PendingDisconnect(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                DisconnectReason.valueOf(row.getString("reason")),
                row.getInt("tries"),
                row.getBoolean("ended"),
                MacAddress.of(row.getBytes("mac")),
                row.getString("acct_session_id"),
                row.getString("station"),
                row.getString("user_name"),
                row.getString("ip"));
    }
}
