package dev.propusk.gateway.disconnect;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
                "DisconnectQueue.take", on(queue::take),
                "DisconnectQueue.drop",
                        on(order -> {
                            queue.drop(order, "ended by itself");
                            return true;
                        }),
                "DisconnectQueue.done",
                        on(order -> {
                            queue.done(order, "Шлюз", "ACK", true);
                            return true;
                        }),
                "DisconnectQueue.tryAgain",
                        on(order -> {
                            queue.tryAgain(order, Duration.ofMinutes(1));
                            return true;
                        }));
    }

    private Command on(Function<PendingDisconnect, Object> command) {
        return hotel -> {
            orders.onlineUnidentified(hotel.id(), online(hotel));
            PendingDisconnect order = queue.due(100_000).stream()
                    .filter(due -> due.contract().equals(hotel.id()))
                    .findFirst()
                    .orElseThrow();
            return () -> command.apply(order);
        };
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
