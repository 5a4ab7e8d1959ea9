package dev.propusk;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.ActingAs;
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
        return ActingAs.administrator(() -> gateways.add(contract.id(), GatewayId.next(), terms));
    }
}
