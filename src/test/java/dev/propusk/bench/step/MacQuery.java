package dev.propusk.bench.step;

import dev.propusk.base.MacAddress;
import dev.propusk.bench.bare.BareLookup;
import dev.propusk.bench.bare.BareMacQuery;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.measure.Turns;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.support.Lookup;
import dev.propusk.support.Question;
import dev.propusk.token.search.SupportTokens;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who used this device, over all contracts and years. */
final class MacQuery implements Step {
    /** One takes far less than a millisecond. */
    private static final int SOME = 6;

    private final SupportTokens tokens;
    private final Lookup lookup;
    private final Database database;
    private final JdbcClient jdbc;
    private final Seed seed;
    private final Scale scale;

    MacQuery(SupportTokens tokens, Lookup lookup, Database database, JdbcClient jdbc, Seed seed, Scale scale) {
        this.tokens = tokens;
        this.lookup = lookup;
        this.database = database;
        this.jdbc = jdbc;
        this.seed = seed;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "MAC query";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                new Row("MAC query, against a bare select", "ms", new Goal.AtMost(2), this::againstBare),
                new Row("MAC query, against 10,000 activations", "ms", new Goal.AtMost(1.5), this::againstFewRows),
                new Row(
                        "support's whole lookup, 95th percentile",
                        "ms",
                        new Goal.Within(20, Yardstick.LOOKUP),
                        this::whole));
    }

    Compared againstBare() throws Exception {
        List<MacAddress> devices = Devices.some(jdbc, SOME * scale.calls());
        try (BareMacQuery bare = new BareMacQuery(database)) {
            return Networks.asSupport(() -> scale.turns()
                    .compare(() -> Load.millisEach(devices, this::ask), () -> Load.millisEach(devices, bare::find)));
        }
    }

    private void ask(MacAddress device) {
        tokens.findByMacAcrossContracts(device);
    }

    private Compared againstFewRows() throws Exception {
        List<MacAddress> devices = Devices.some(jdbc, SOME * scale.calls());
        seed.fewRowsAside();
        List<MacAddress> few = seed.inPlaceOfAll(() -> Devices.some(jdbc, SOME * scale.calls()));
        return Networks.asSupport(() -> scale.turns()
                .compare(
                        () -> Load.millisEach(devices, this::ask),
                        () -> seed.inPlaceOfAll(() -> Load.millisEach(few, this::ask))));
    }

    /** Devices that nobody has asked for lately: each is asked for once, by the one or by the other. */
    private Compared whole() throws Exception {
        Turns turns = scale.turns();
        int runs = 2 * (turns.pairs() + 1);
        var devices = Devices.others(jdbc, runs * scale.calls()).iterator();
        try (BareLookup bare = new BareLookup(database)) {
            return Networks.asSupport(() -> turns.compare(
                    () -> slowest(
                            next(devices),
                            mac -> lookup.ask(
                                    new Question(mac.toString(), null, null, null, ZoneOffset.UTC, "letter 17"))),
                    () -> slowest(next(devices), bare::ask)));
        }
    }

    private List<MacAddress> next(Iterator<MacAddress> devices) {
        return Stream.generate(devices::next).limit(scale.calls()).toList();
    }

    private static double slowest(List<MacAddress> devices, Load.Work<MacAddress> work) throws Exception {
        return Compared.percentile(Load.millisOfEach(devices, work), 0.95);
    }
}
