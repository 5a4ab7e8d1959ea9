package dev.propusk.gateway;

import dev.propusk.TestGateways;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.security.ActingAs;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Gateways added, changed and removed. */
public final class GatewayCommands implements Commands {
    private final Gateways gateways;
    private final TestGateways some;

    GatewayCommands(Gateways gateways, TestGateways some) {
        this.gateways = gateways;
        this.some = some;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Gateways.add", hotel -> asAdministrator(() -> gateways.add(hotel.id(), terms())),
                "Gateways.renewKey", hotel -> {
                    Gateway gateway = some.add(hotel).gateway();
                    return asAdministrator(() -> gateways.renewKey(hotel.id(), gateway.id()));
                });
    }

    private static NewGateway terms() {
        return NewGateway.named("Шлюз", GatewayKind.OTHER);
    }

    private static Callable<?> asAdministrator(Runnable command) {
        return Executors.callable(() -> ActingAs.administrator(command));
    }
}
