package dev.propusk.bench.step;

import dev.propusk.TestClock;
import dev.propusk.bench.bare.BareSweep;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.TokenJobs;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Nights in which many tokens end while guests come, by turns with evenings on which nothing ends. In each night the
 * reference ends some tokens too, among the same guests. Ours keeps a pace on purpose and leaves guests their time: where a
 * machine is slower than its yardstick, that pace is no longer what it waits for.
 */
final class Sweep implements Step {
    private static final double MILLION = 1e6;
    private static final int MOST_BY_REFERENCE = 20_000;
    private static final double SLOWEST = 0.99;

    private final Seed seed;
    private final Scale scale;
    private final Database database;
    private final Activation activation;
    private final TokenJobs jobs;
    private final TestClock clock;

    Sweep(Seed seed, Scale scale, Database database, Activation activation, TokenJobs jobs, TestClock clock) {
        this.seed = seed;
        this.scale = scale;
        this.database = database;
        this.activation = activation;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "annulling expired tokens";
    }

    @Override
    public List<Row> rows() {
        Shared<Nights> nights = new Shared<>(this::measure);
        return List.of(
                new Row(
                        "annulling 1,000,000 expired tokens",
                        "s",
                        new Goal.Within(120, Yardstick.SWEEP),
                        () -> nights.get().sweep()),
                new Row(
                        "activations' 99th percentile meanwhile, against idle",
                        "ms",
                        new Goal.AtMost(2),
                        () -> nights.get().guests()));
    }

    /**
     * What was seen, night by night.
     *
     * @param sweep seconds for a million tokens
     * @param guests what the slowest waited, in milliseconds, against evenings
     */
    private record Nights(Compared sweep, Compared guests) {}

    private Nights measure() throws Exception {
        double[] ours = new double[Seed.NIGHTS];
        double[] reference = new double[Seed.NIGHTS];
        double[] busy = new double[Seed.NIGHTS];
        double[] idle = new double[Seed.NIGHTS];
        try (BareSweep bare = new BareSweep(database)) {
            for (int night = 0; night < Seed.NIGHTS; night++) {
                Thread.sleep(scale.settling());
                idle[night] = evening();
                clock.advance(Duration.ofDays(1));
                int byReference = Math.clamp(scale.rows() / 50, 20, MOST_BY_REFERENCE);
                reference[night] = guests().during(() -> secondsForMillion(() -> bare.end(byReference)));
                Paced guests = guests();
                ours[night] = guests.during(() -> secondsForMillion(jobs::annulDue));
                busy[night] = guests.percentile(SLOWEST);
            }
        }
        return new Nights(Compared.ofPairs(ours, reference), Compared.ofPairs(busy, idle));
    }

    private double evening() throws SQLException {
        Paced evening = new Paced(seed.unused(8, scale.contracts()), activation);
        evening.run(scale.pace());
        return evening.percentile(SLOWEST);
    }

    private Paced guests() throws SQLException {
        return new Paced(seed.unused(15, scale.contracts()), activation);
    }

    private static double secondsForMillion(Callable<Integer> ending) throws Exception {
        long began = System.nanoTime();
        int ended = ending.call();
        return (System.nanoTime() - began) / 1e9 * MILLION / ended;
    }
}
