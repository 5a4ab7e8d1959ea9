package dev.propusk;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.ActingAs;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Gateways for tests. */
@Component
public class TestGateways {
    private final Gateways gateways;

    TestGateways(Gateways gateways) {
        this.gateways = gateways;
    }

    public Keyed add(Contract contract) {
        return add(contract, NewGateway.named("Шлюз", GatewayKind.OTHER));
    }

    public Keyed add(Contract contract, NewGateway terms) {
        AtomicReference<Keyed> added = new AtomicReference<>();
        ActingAs.administrator(() -> added.set(gateways.add(contract.id(), GatewayId.next(), terms)));
        return added.get();
    }
}
