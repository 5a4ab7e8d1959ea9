package dev.propusk.gateway.controller;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.ActingAs;
import dev.propusk.work.Leased;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Controllers are set, and what they were told is written down. */
public final class ControllerCommands implements Commands {
    private static final Instant SOON = Instant.parse("2100-01-01T00:00:00Z");
    private static final ControllerTerms TERMS =
            new ControllerTerms(Dialect.UNIFI_KEY, URI.create("https://192.0.2.1"), "default", null, "a-key", null);

    private final TestGateways gateways;
    private final Controllers controllers;
    private final ControllerTable table;
    private final ControllerGuests guests;
    private final PassTable passes;
    private final PassOutcomes outcomes;
    private final JdbcClient jdbc;

    ControllerCommands(
            TestGateways gateways,
            Controllers controllers,
            ControllerTable table,
            ControllerGuests guests,
            PassTable passes,
            PassOutcomes outcomes,
            JdbcClient jdbc) {
        this.gateways = gateways;
        this.controllers = controllers;
        this.table = table;
        this.guests = guests;
        this.passes = passes;
        this.outcomes = outcomes;
        this.jdbc = jdbc;
    }

    /** What a command is about. */
    private record Given(Gateway gateway, Controller controller, Pass pass) {}

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Controllers.set",
                        hotel -> {
                            Gateway gateway = gateway(hotel);
                            return asAdministrator(() -> controllers.set(hotel.id(), gateway.id(), TERMS, 0));
                        },
                "Controllers.remove",
                        hotel -> {
                            Gateway gateway = told(hotel);
                            return asAdministrator(() -> controllers.remove(hotel.id(), gateway.id()));
                        },
                "ControllerGuests.arrived",
                        hotel -> {
                            told(hotel);
                            return Executors.callable(() -> guests.arrived(hotel.id(), TestContracts.device()));
                        },
                "PassOutcomes.ask", on(given -> outcomes.ask(given.pass(), SOON)),
                "PassOutcomes.rest", on(given -> outcomes.rest(given.pass(), SOON)),
                "PassOutcomes.forget", on(given -> outcomes.forget(given.pass())),
                "PassOutcomes.letIn",
                        on(given -> outcomes.letIn(given.pass(), given.controller(), given.gateway(), SOON, SOON)),
                "PassOutcomes.putOff", on(given -> outcomes.putOff(given.pass(), given.controller(), given.gateway())),
                "PassOutcomes.failed",
                        on(given -> outcomes.failed(
                                given.pass(),
                                given.controller(),
                                given.gateway(),
                                ControllerFailure.AWAY,
                                SOON,
                                Duration.ofSeconds(1))),
                "PassOutcomes.notAnswered",
                        on(given -> outcomes.notAnswered(given.controller(), ControllerFailure.AWAY, SOON)));
    }

    private Command on(Consumer<Given> command) {
        return hotel -> {
            Given given = given(hotel);
            return Executors.callable(() -> command.accept(given));
        };
    }

    private Gateway gateway(Contract hotel) {
        return gateways.add(hotel, NewGateway.named("UniFi", GatewayKind.UNIFI)).gateway();
    }

    private Gateway told(Contract hotel) {
        Gateway gateway = gateway(hotel);
        ActingAs.administrator(() -> controllers.set(hotel.id(), gateway.id(), TERMS, 0));
        return gateway;
    }

    private Given given(Contract hotel) {
        Gateway gateway = told(hotel);
        MacAddress device = TestContracts.device();
        guests.arrived(hotel.id(), device);
        jdbc.sql("update controller_pass set tries = 1 where contract_id = ?")
                .param(hotel.id().value())
                .update();
        UUID id = jdbc.sql("select id from controller_pass where contract_id = ?")
                .param(hotel.id().value())
                .query(UUID.class)
                .single();
        Pass pass = passes.find(new Leased(id, gateway.id().value(), 1)).orElseThrow();
        return new Given(gateway, table.find(hotel.id(), gateway.id()).orElseThrow(), pass);
    }
}
