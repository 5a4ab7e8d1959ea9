package dev.propusk.gateway.disconnect;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.session.SessionEnd;
import dev.propusk.security.ContractId;
import dev.propusk.work.Leased;
import dev.propusk.work.WorkQueues;
import dev.propusk.work.WorkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Disconnects}, and how many orders wait: {@code propusk.disconnects.waiting}. */
@Component
class DisconnectQueue {
    static final WorkTable QUEUE = new WorkTable("disconnect", "disconnect_waiting", "next_try_at", "tries");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisconnectQueue(JdbcClient jdbc, ApplicationEventPublisher events, WorkQueues queues, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        queues.count(QUEUE, "propusk.disconnects.waiting", "Sessions that gateways have yet to be told to end");
    }

    /** Empty: its session is purged. */
    Optional<PendingDisconnect> find(Leased row) {
        return jdbc.sql("""
                        select d.id, d.contract_id, s.gateway_id, d.session_id, d.reason,
                            s.ended_at is not null as ended, s.mac, s.acct_session_id, s.station, s.user_name, s.ip,
                            n.source, n.address, n.identifier
                        from disconnect d join device_session s on s.id = d.session_id
                            left join nas n on n.id = s.nas_id
                        where d.id = ? and d.done_at is null
                        """)
                .param(row.id())
                .query((found, number) -> order(found))
                .optional();
    }

    /** Nothing was to be done: it had ended by itself, or another token lets the device pass. */
    @Atomic
    void drop(Leased row, String why) {
        finish(row, why);
    }

    /**
     * The gateway has had the last word on it; unless another node has taken it since, and will tell.
     *
     * @param end how it is known that the session has ended; null: it has not
     */
    @Atomic
    void done(Leased row, PendingDisconnect order, String gatewayName, String answer, @Nullable SessionEnd end) {
        if (end != null) {
            jdbc.sql("""
                            update device_session
                            set ended_at = if(:sure, :now, seen_at), ended_by = :by, end_cause = :cause
                            where id = :id and ended_at is null
                            """)
                    .param("sure", !end.isGuess())
                    .param("now", InstantConverter.toUtc(clock.instant()))
                    .param("by", end.name())
                    .param("cause", order.reason().name())
                    .param("id", order.session())
                    .update();
        }
        if (finish(row, answer)) {
            events.publishEvent(new SessionDisconnected(
                    order.contract(),
                    order.session(),
                    order.device(),
                    gatewayName,
                    order.reason(),
                    answer,
                    row.tries()));
        }
    }

    private boolean finish(Leased row, String answer) {
        return jdbc.sql("""
                        update disconnect set done_at = :now, answer = :answer
                        where id = :id and tries = :tries and done_at is null
                        """)
                        .param("now", InstantConverter.toUtc(clock.instant()))
                        .param("answer", answer)
                        .param("id", row.id())
                        .param("tries", row.tries())
                        .update()
                == 1;
    }

    private static PendingDisconnect order(ResultSet row) throws SQLException {
        return new PendingDisconnect(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                DisconnectReason.valueOf(row.getString("reason")),
                row.getBoolean("ended"),
                MacAddress.of(row.getBytes("mac")),
                row.getString("acct_session_id"),
                row.getString("station"),
                row.getString("user_name"),
                row.getString("ip"),
                address(row.getBytes("source")),
                address(row.getBytes("address")),
                row.getString("identifier"));
    }

    private static @Nullable AddressBlock address(byte @Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? null : AddressBlock.of(bytes, 128);
    }
}
