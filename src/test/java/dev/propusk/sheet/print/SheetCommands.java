package dev.propusk.sheet.print;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSetup;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.util.Map;

/** Sheets are printed, their settings changed. */
public final class SheetCommands implements Commands {
    private final TestContracts contracts;
    private final Generation generation;
    private final PrintTransaction transaction;
    private final SheetSetup setup;

    SheetCommands(TestContracts contracts, Generation generation, PrintTransaction transaction, SheetSetup setup) {
        this.contracts = contracts;
        this.generation = generation;
        this.transaction = transaction;
        this.setup = setup;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "PrintTransaction.print",
                        hotel -> {
                            TokenRequest request = new TokenRequest(3, Reuse.SINGLE_USE, Term.ofDays(7), null, null);
                            contracts.asOwner(hotel, () -> generation.generate(hotel.id(), request));
                            return () -> contracts.asOwner(
                                    hotel, () -> transaction.print(hotel.id(), SheetRequest.allUnused()));
                        },
                "SheetSetup.change",
                        hotel -> () ->
                                contracts.asOwner(hotel, () -> setup.change(hotel.id(), SheetSettings.DEFAULT, 0)));
    }
}
