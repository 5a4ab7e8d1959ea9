package dev.propusk.contract;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import dev.propusk.security.ContractId;
import java.time.ZoneId;
import java.util.Map;

/** Contracts are opened, changed, suspended, resumed and closed. */
public final class ContractCommands implements Commands {
    private final TestContracts some;
    private final Contracts contracts;

    ContractCommands(TestContracts some, Contracts contracts) {
        this.some = some;
        this.contracts = contracts;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Contracts.open",
                        hotel -> asAdministrator(() -> contracts.open(
                                ContractId.next(), terms("2" + hotel.number().substring(1), "x" + hotel.slug()))),
                "Contracts.change",
                        hotel -> asAdministrator(() ->
                                contracts.change(hotel.id(), terms(hotel.number(), hotel.slug()), hotel.version())),
                "Contracts.changeNetwork",
                        hotel -> () -> some.asOwner(
                                hotel,
                                () -> contracts.changeNetwork(
                                        hotel.id(),
                                        new NetworkTerms("Другая", "Another", ZoneId.of("Asia/Irkutsk")),
                                        hotel.version())),
                "Contracts.suspend", hotel -> asAdministrator(() -> contracts.suspend(hotel.id())),
                "Contracts.resume",
                        hotel -> {
                            some.suspend(hotel.id());
                            return asAdministrator(() -> contracts.resume(hotel.id()));
                        },
                "Contracts.close", hotel -> asAdministrator(() -> contracts.close(hotel.id())));
    }

    private static NewContract terms(String number, String slug) {
        return new NewContract(number, "Гостиница", slug, "Another", ZoneId.of("Asia/Irkutsk"), false);
    }
}
