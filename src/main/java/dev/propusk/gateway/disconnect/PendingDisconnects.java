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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Strangers strangers;
    private final Clock clock;

    PendingDisconnects(JdbcClient jdbc, JdbcTemplate batches, Strangers strangers, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.strangers = strangers;
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
        Set<OpenSession.Device> devices = event.tokens().stream()
                .map(token -> new OpenSession.Device(token.contract(), token.device()))
                .collect(toSet());
        if (devices.isEmpty()) {
            return;
        }
        List<OpenSession> online = jdbc.sql(OpenSession.SELECT + "mac in (:devices)")
                .param(
                        "devices",
                        devices.stream().map(device -> device.mac().bytes()).toList())
                .query(OpenSession::read)
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
        List<OpenSession> online = jdbc.sql(OpenSession.SELECT + "contract_id = ?")
                .param(event.contract().value())
                .query(OpenSession::read)
                .list();
        insert(strangers.leaveAlone(event.contract(), online), DisconnectReason.CONTRACT_SUSPENDED);
    }

    /** Seen in a report; ordered once in a while, for the gateway may not listen. */
    @Atomic
    public void onlineUnidentified(ContractId contract, MacAddress device) {
        List<OpenSession> online = jdbc.sql(OpenSession.SELECT + """
                        contract_id = :contract and mac = :device
                        and not exists (
                            select 1 from disconnect d where d.session_id = device_session.id and d.ordered_at > :lately)
                        """)
                .param("contract", contract.value())
                .param("device", device.bytes())
                .param("lately", InstantConverter.toUtc(clock.instant().minus(ASKED_LATELY)))
                .query(OpenSession::read)
                .list();
        insert(strangers.leaveAlone(contract, online), DisconnectReason.NOT_IDENTIFIED);
    }

    private void order(ContractId contract, MacAddress device, DisconnectReason reason) {
        List<OpenSession> online = jdbc.sql(OpenSession.SELECT + "contract_id = :contract and mac = :device")
                .param("contract", contract.value())
                .param("device", device.bytes())
                .query(OpenSession::read)
                .list();
        insert(online, reason);
    }

    private void insert(List<OpenSession> online, DisconnectReason reason) {
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
                            open.gateway().value(),
                            open.id(),
                            reason.name(),
                            now,
                            now
                        })
                        .toList());
    }
}
