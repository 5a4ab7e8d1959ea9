package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareSheet;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.contract.Contract;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.util.Collections;
import java.util.List;

/** All that a contract holds, on paper. */
final class Printing implements Step {
    private static final int TIMES = 5;
    private static final double KIBIBYTE = 1024;

    private final Sheets sheets;
    private final Generation generation;
    private final Database database;
    private final Networks networks;
    private final Scale scale;

    Printing(Sheets sheets, Generation generation, Database database, Networks networks, Scale scale) {
        this.sheets = sheets;
        this.generation = generation;
        this.database = database;
        this.networks = networks;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "sheet of 200 tokens";
    }

    @Override
    public List<Row> rows() {
        Shared<Contract> hotel = new Shared<>(this::fill);
        return List.of(
                new Row(name(), "ms", new Goal.Within(150, Yardstick.SHEET), () -> compare(hotel.get())),
                new Row(
                        "sheet of 200 tokens, size",
                        "KiB",
                        new Goal.Under(120),
                        () -> Compared.alone(print(hotel.get()).length / KIBIBYTE)));
    }

    private Contract fill() {
        Contract hotel = networks.open();
        TokenRequest request = new TokenRequest(200, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", "B-4711");
        Networks.asOwner(hotel, () -> generation.generate(hotel.id(), request));
        return hotel;
    }

    private byte[] print(Contract hotel) {
        return Networks.asOwner(
                hotel, () -> sheets.print(hotel.id(), SheetRequest.allUnused()).pdf());
    }

    private Compared compare(Contract hotel) throws Exception {
        List<Contract> times = Collections.nCopies(Math.min(TIMES, scale.calls()), hotel);
        try (BareSheet bare = new BareSheet(database, print(hotel))) {
            return scale.turns()
                    .compare(
                            () -> Load.millisEach(times, this::print),
                            () -> Load.millisEach(times, printed -> bare.print(printed.id())));
        }
    }
}
