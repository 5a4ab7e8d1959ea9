package dev.propusk.gateway;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestGateways;
import dev.propusk.faults.Commands;
import java.util.Map;
import java.util.function.Consumer;

/** Gateways are added, changed and removed. */
public final class GatewayCommands implements Commands {
    private static final NewGateway TERMS = NewGateway.named("Шлюз", GatewayKind.OTHER);

    private final Gateways gateways;
    private final TestGateways some;
    private final ForeignAnnulmentAllowance allowance;

    GatewayCommands(Gateways gateways, TestGateways some, ForeignAnnulmentAllowance allowance) {
        this.gateways = gateways;
        this.some = some;
        this.allowance = allowance;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Gateways.add", hotel -> asAdministrator(() -> gateways.add(hotel.id(), GatewayId.next(), TERMS)),
                "Gateways.addWithKey",
                        hotel -> asAdministrator(() ->
                                gateways.addWithKey(hotel.id(), GatewayId.next(), TERMS, "gk_test_" + hotel.slug())),
                "Gateways.change",
                        on(gateway -> gateways.change(
                                gateway.contract(), gateway.id(), NewGateway.named("Другой", GatewayKind.OTHER))),
                "Gateways.renewKey", on(gateway -> gateways.renewKey(gateway.contract(), gateway.id())),
                "Gateways.remove", on(gateway -> gateways.remove(gateway.contract(), gateway.id())),
                "ForeignAnnulmentAllowance.claim", on(gateway -> allowance.claim(gateway.id())));
    }

    private Command on(Consumer<Gateway> command) {
        return hotel -> {
            Gateway gateway = some.add(hotel).gateway();
            return asAdministrator(() -> command.accept(gateway));
        };
    }
}
