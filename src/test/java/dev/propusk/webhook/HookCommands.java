package dev.propusk.webhook;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.work.Leased;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hooks are set, and events delivered. */
public final class HookCommands implements Commands {
    private final TestContracts contracts;
    private final Hooks hooks;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    HookCommands(TestContracts contracts, Hooks hooks, Deliveries deliveries, JdbcClient jdbc) {
        this.contracts = contracts;
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Hooks.set",
                hotel -> () -> set(hotel),
                "Hooks.replaceSecret",
                withHook(hotel -> hooks.replaceSecret(hotel.id())),
                "Hooks.remove",
                withHook(hotel -> hooks.remove(hotel.id())),
                "Hooks.sendTrial",
                withHook(hotel -> hooks.sendTrial(hotel.id())),
                "Deliveries.finish",
                hotel -> {
                    Leased row = leased(hotel);
                    return Executors.callable(() -> deliveries.finish(row, Outcome.answered(200)));
                });
    }

    private Command withHook(Consumer<Contract> command) {
        return hotel -> {
            set(hotel);
            return (Callable<?>) () -> asOwner(hotel, command);
        };
    }

    private Object set(Contract hotel) {
        return contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "https://pms.example.com/propusk", 2, null));
    }

    private boolean asOwner(Contract hotel, Consumer<Contract> command) {
        return contracts.asOwner(hotel, () -> {
            command.accept(hotel);
            return true;
        });
    }

    private Leased leased(Contract hotel) {
        set(hotel);
        asOwner(hotel, contract -> hooks.sendTrial(contract.id()));
        jdbc.sql("update webhook_delivery set attempts = 1 where contract_id = ?")
                .param(hotel.id().value())
                .update();
        UUID id = jdbc.sql("select id from webhook_delivery where contract_id = ?")
                .param(hotel.id().value())
                .query(UUID.class)
                .single();
        return new Leased(id, hotel.id().value(), 1);
    }
}
