package dev.propusk.gateway.disconnect;

import static java.util.stream.Collectors.toSet;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.ContractSuspended;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenAnnulled;
import dev.propusk.token.TokenMoved;
import dev.propusk.token.TokensExpired;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders that sessions end (rule 18), in the transaction in which the tokens end: neither stands without the other. Whether
 * another token still lets the device pass is asked when the order is carried out, for two that end at once don't see each
 * other.
 */
@Component
public class PendingDisconnects {
    private static final Duration ASKED_LATELY = Duration.ofMinutes(5);
    private static final String OPEN =
            "select id, gateway_id, contract_id, mac from device_session where ended_at is null and ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    PendingDisconnects(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @EventListener
    @WithinTransaction
    public void annulled(TokenAnnulled event) {
        if (event.device() != null) {
            order(event.contract(), event.device(), DisconnectReason.TOKEN_ANNULLED);
        }
    }

    /** One question for all that expired together, and one answer. */
    @EventListener
    @WithinTransaction
    public void expired(TokensExpired event) {
        Set<Device> devices = event.tokens().stream()
                .map(token -> new Device(token.contract(), token.device()))
                .collect(toSet());
        if (devices.isEmpty()) {
            return;
        }
        List<Open> online = jdbc.sql(OPEN + "mac in (:devices)")
                .param(
                        "devices",
                        devices.stream().map(device -> device.mac().bytes()).toList())
                .query(PendingDisconnects::open)
                .list();
        insert(
                online.stream().filter(open -> devices.contains(open.device())).toList(),
                DisconnectReason.TOKEN_EXPIRED);
    }

    @EventListener
    @WithinTransaction
    public void moved(TokenMoved event) {
        order(event.contract(), event.from(), DisconnectReason.MOVED_TO_NEW_MAC);
    }

    @EventListener
    @WithinTransaction
    public void suspended(ContractSuspended event) {
        insert(
                jdbc.sql(OPEN + "contract_id = ?")
                        .param(event.contract().value())
                        .query(PendingDisconnects::open)
                        .list(),
                DisconnectReason.CONTRACT_SUSPENDED);
    }

    /** Seen in a report; ordered once in a while, for the gateway may not listen. */
    @Atomic
    public void onlineUnidentified(ContractId contract, MacAddress device) {
        List<Open> online = jdbc.sql(OPEN + """
                        contract_id = :contract and mac = :device
                        and not exists (
                            select 1 from disconnect d where d.session_id = device_session.id and d.ordered_at > :lately)
                        """)
                .param("contract", contract.value())
                .param("device", device.bytes())
                .param("lately", InstantConverter.toUtc(clock.instant().minus(ASKED_LATELY)))
                .query(PendingDisconnects::open)
                .list();
        insert(online, DisconnectReason.NOT_IDENTIFIED);
    }

    private void order(ContractId contract, MacAddress device, DisconnectReason reason) {
        List<Open> online = jdbc.sql(OPEN + "contract_id = :contract and mac = :device")
                .param("contract", contract.value())
                .param("device", device.bytes())
                .query(PendingDisconnects::open)
                .list();
        insert(online, reason);
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getObject("gateway_id", UUID.class),
                new Device(
                        new ContractId(row.getObject("contract_id", UUID.class)), MacAddress.of(row.getBytes("mac"))));
    }

    private record Device(ContractId contract, MacAddress mac) {}

    private record Open(UUID session, UUID gateway, Device device) {}

    private void insert(List<Open> online, DisconnectReason reason) {
        var now = InstantConverter.toUtc(clock.instant());
        batches.batchUpdate(
                """
                insert into disconnect (id, contract_id, gateway_id, session_id, reason, ordered_at, next_try_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                online.stream()
                        .map(open -> new Object[] {
                            OwnId.next("disconnect"),
                            open.device().contract().value(),
                            open.gateway(),
                            open.session(),
                            reason.name(),
                            now,
                            now
                        })
                        .toList());
    }
}
