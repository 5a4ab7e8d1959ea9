package dev.propusk.gateway;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.AccountingReport.Kind;
import dev.propusk.token.Activation;
import dev.propusk.token.Generation;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenOrder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Sessions are reported and ended. */
public final class SessionCommands implements Commands {
    private final TestContracts contracts;
    private final TestGateways gateways;
    private final SessionRecords records;
    private final DisconnectOrders orders;
    private final DisconnectQueue queue;
    private final ForeignAnnulmentAllowance allowance;
    private final Generation generation;
    private final Activation activation;

    SessionCommands(
            TestContracts contracts,
            TestGateways gateways,
            SessionRecords records,
            DisconnectOrders orders,
            DisconnectQueue queue,
            ForeignAnnulmentAllowance allowance,
            Generation generation,
            Activation activation) {
        this.contracts = contracts;
        this.gateways = gateways;
        this.records = records;
        this.orders = orders;
        this.queue = queue;
        this.allowance = allowance;
        this.generation = generation;
        this.activation = activation;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "SessionRecords.goesOn", hotel -> {
                    GatewayCaller gateway = gateway(hotel);
                    return Executors.callable(() -> records.goesOn(gateway, report(Kind.START, TestContracts.device())));
                },
                "SessionRecords.ended", hotel -> {
                    GatewayCaller gateway = gateway(hotel);
                    MacAddress device = online(gateway);
                    return Executors.callable(() -> records.ended(gateway, report(Kind.STOP, device)));
                },
                "SessionRecords.allEnded", hotel -> {
                    GatewayCaller gateway = gateway(hotel);
                    online(gateway);
                    return Executors.callable(() -> records.allEnded(gateway, "NAS-Reboot"));
                },
                "DisconnectOrders.onlineUnidentified", hotel -> {
                    MacAddress device = online(gateway(hotel));
                    return Executors.callable(() -> orders.onlineUnidentified(hotel.id(), device));
                },
                "DisconnectQueue.take", on(queue::take),
                "DisconnectQueue.drop", on(order -> {
                    queue.drop(order, "ended by itself");
                    return true;
                }),
                "DisconnectQueue.done", on(order -> {
                    queue.done(order, "Шлюз", "ACK", true);
                    return true;
                }),
                "DisconnectQueue.tryAgain", on(order -> {
                    queue.tryAgain(order, Duration.ofMinutes(1));
                    return true;
                }),
                "ForeignAnnulmentAllowance.holdBack", hotel -> {
                    Token token = activated(hotel);
                    GatewayCaller gateway = gateway(hotel);
                    return Executors.callable(
                            () -> allowance.holdBack(gateway, token, token.mac().orElseThrow()));
                });
    }

    private Command on(Function<DisconnectOrder, Object> command) {
        return hotel -> {
            orders.onlineUnidentified(hotel.id(), online(gateway(hotel)));
            DisconnectOrder order = queue.due(100_000).stream()
                    .filter(due -> due.contract().equals(hotel.id()))
                    .findFirst()
                    .orElseThrow();
            return () -> command.apply(order);
        };
    }

    private GatewayCaller gateway(Contract hotel) {
        return GatewayCaller.of(gateways.add(hotel).gateway());
    }

    private MacAddress online(GatewayCaller gateway) {
        MacAddress device = TestContracts.device();
        records.goesOn(gateway, report(Kind.START, device));
        return device;
    }

    private static AccountingReport report(Kind kind, MacAddress device) {
        return new AccountingReport(
                kind, "s-" + device, device, device.toString(), null, null, 1, 2, Duration.ZERO, Duration.ZERO, null);
    }

    private Token activated(Contract hotel) {
        TokenOrder order = new TokenOrder(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null);
        Token token = contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), order).tokens().getFirst());
        return activation.activate(hotel.id(), token.code(), TestContracts.device());
    }
}
