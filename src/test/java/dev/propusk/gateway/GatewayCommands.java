package dev.propusk.gateway;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.HeldAnnulments.Held;
import dev.propusk.gateway.guest.RedirectLinks;
import dev.propusk.gateway.key.KeyAddresses;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Gateways are added, changed and removed. */
public final class GatewayCommands implements Commands {
    private static final NewGateway TERMS = NewGateway.named("Шлюз", GatewayKind.OTHER);
    private static final NetworkAddress CLIENT = NetworkAddress.parse("203.0.113.7");

    private final Gateways gateways;
    private final KeyAddresses addresses;
    private final TestGateways some;
    private final ForeignAnnulmentAllowance allowance;
    private final HeldAnnulmentTable table;
    private final RedirectLinks links;
    private final TestContracts contracts;
    private final Generation generation;
    private final Activation activation;

    GatewayCommands(
            Gateways gateways,
            KeyAddresses addresses,
            TestGateways some,
            ForeignAnnulmentAllowance allowance,
            HeldAnnulmentTable table,
            RedirectLinks links,
            TestContracts contracts,
            Generation generation,
            Activation activation) {
        this.gateways = gateways;
        this.addresses = addresses;
        this.some = some;
        this.allowance = allowance;
        this.table = table;
        this.links = links;
        this.contracts = contracts;
        this.generation = generation;
        this.activation = activation;
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
                                gateway.contract(),
                                gateway.id(),
                                GatewayChange.to(NewGateway.named("Другой", GatewayKind.OTHER)),
                                gateway.version())),
                "Gateways.renewKey",
                        on(gateway -> gateways.renewKey(gateway.contract(), gateway.id(), gateway.version())),
                "KeyAddresses.limit",
                        on(gateway -> addresses.limit(
                                gateway.contract(), gateway.id(), AddressList.parse("198.51.100.0/24"))),
                "Gateways.remove", on(gateway -> gateways.remove(gateway.contract(), gateway.id())),
                "RedirectLinks.open", hotel -> () -> links.open(hotel.id(), "5a".repeat(16), CLIENT),
                "ForeignAnnulmentAllowance.claim",
                        hotel -> {
                            Gateway gateway = some.add(hotel).gateway();
                            return () -> allowance.claim(gateway.id());
                        },
                "HeldAnnulmentTable.settle",
                        hotel -> {
                            Token token = activated(hotel);
                            GatewayCaller gateway =
                                    GatewayCaller.of(some.add(hotel).gateway());
                            allowance.holdBack(gateway, token, token.mac().orElseThrow());
                            Held held = table.all().stream()
                                    .filter(one -> one.gateway().equals(gateway.gateway()))
                                    .findFirst()
                                    .orElseThrow();
                            return asAdministrator(() -> table.settle(held, List.of(token.id()), false));
                        },
                "ForeignAnnulmentAllowance.holdBack",
                        hotel -> {
                            Token token = activated(hotel);
                            GatewayCaller gateway =
                                    GatewayCaller.of(some.add(hotel).gateway());
                            return Executors.callable(() -> allowance.holdBack(
                                    gateway, token, token.mac().orElseThrow()));
                        });
    }

    private Token activated(Contract hotel) {
        TokenRequest request = new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null);
        Token token = contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
        return activation.activate(hotel.id(), token.code(), TestContracts.device());
    }

    private Command on(Consumer<Gateway> command) {
        return hotel -> {
            Gateway gateway = some.add(hotel).gateway();
            return asAdministrator(() -> command.accept(gateway));
        };
    }
}
