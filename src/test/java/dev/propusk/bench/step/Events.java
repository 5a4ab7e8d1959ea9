package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareEvents;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.DueEvents;
import dev.propusk.bench.seed.Scale;
import dev.propusk.work.TakenRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** A night's events wait for customers' systems: taking some of them must not read them all. */
final class Events implements Step {
    private static final int TAKEN = 32;
    private static final int CONTRACTS = 20;
    private static final int TIMES = 50;

    private final DataSource dataSource;
    private final TakenRows taken;
    private final Database database;
    private final Clock clock;
    private final Scale scale;

    Events(DataSource dataSource, TakenRows taken, Database database, Clock clock, Scale scale) {
        this.dataSource = dataSource;
        this.taken = taken;
        this.database = database;
        this.clock = clock;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "events that wait";
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row(
                String.format(
                        Locale.ROOT, "taking %d events out of %,d due in %d contracts", TAKEN, scale.events(), CONTRACTS),
                "ms",
                new Goal.Within(5, Yardstick.EVENTS),
                this::compare));
    }

    private Compared compare() throws Exception {
        Instant now = clock.instant();
        List<Integer> times = Collections.nCopies(Math.min(TIMES, scale.calls()), TAKEN);
        try (DueEvents events = new DueEvents(dataSource, taken, now)) {
            events.fill(scale.events(), CONTRACTS);
            try (TakenRows.Node node = events.node();
                    BareEvents bare = new BareEvents(database, TAKEN)) {
                return scale.turns()
                        .compare(
                                () -> Load.millisEach(times, most -> require(node.take(most).size())),
                                () -> Load.millisEach(times, most -> require(bare.take(now))));
            }
        }
    }

    private static void require(int found) {
        if (found == 0) {
            throw new IllegalStateException("Nothing was due any more");
        }
    }
}
