package dev.propusk.gateway.disconnect;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.session.SessionEnd;
import dev.propusk.work.Leased;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions are ended. */
public final class DisconnectCommands implements Commands {
    private final TestGateways gateways;
    private final PendingDisconnects orders;
    private final DisconnectQueue queue;
    private final JdbcClient jdbc;

    DisconnectCommands(TestGateways gateways, PendingDisconnects orders, DisconnectQueue queue, JdbcClient jdbc) {
        this.gateways = gateways;
        this.orders = orders;
        this.queue = queue;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "PendingDisconnects.onlineUnidentified",
                        hotel -> {
                            MacAddress device = online(hotel);
                            return Executors.callable(() -> orders.onlineUnidentified(hotel.id(), device));
                        },
                "DisconnectQueue.drop",
                        hotel -> {
                            Leased row = leased(hotel);
                            return Executors.callable(() -> queue.drop(row, "ended by itself"));
                        },
                "DisconnectQueue.done",
                        hotel -> {
                            Leased row = leased(hotel);
                            PendingDisconnect order = queue.find(row).orElseThrow();
                            return Executors.callable(() -> queue.done(row, order, "Шлюз", "ACK", SessionEnd.PUT_OFF));
                        });
    }

    private Leased leased(Contract hotel) {
        orders.onlineUnidentified(hotel.id(), online(hotel));
        jdbc.sql("update disconnect set tries = 1 where contract_id = ?")
                .param(hotel.id().value())
                .update();
        UUID id = jdbc.sql("select id from disconnect where contract_id = ?")
                .param(hotel.id().value())
                .query(UUID.class)
                .single();
        return new Leased(id, hotel.id().value(), 1);
    }

    private MacAddress online(Contract hotel) {
        MacAddress device = TestContracts.device();
        UUID gateway = gateways.add(hotel).gateway().id().value();
        jdbc.sql("""
                        insert into device_session
                            (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at)
                        values (uuid(), ?, ?, 'x', ?, 'ap', now(), now())
                        """).params(hotel.id().value(), gateway, device.bytes()).update();
        return device;
    }
}
