package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareGeneration;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** As many tokens as a contract holds, at once. */
final class Generating implements Step {
    private static final int TIMES = 5;
    private static final TokenRequest ORDER =
            new TokenRequest(200, Reuse.SINGLE_USE, Term.ofDays(7), "room 12", "B-4711");

    private final Generation generation;
    private final Database database;
    private final Networks networks;
    private final Seed seed;
    private final Scale scale;
    private final Clock clock;

    Generating(Generation generation, Database database, Networks networks, Seed seed, Scale scale, Clock clock) {
        this.generation = generation;
        this.database = database;
        this.networks = networks;
        this.seed = seed;
        this.scale = scale;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "generating 200 tokens";
    }

    @Override
    public List<Row> rows() {
        Shared<Compared> compared = new Shared<>(this::compare);
        return List.of(
                new Row(
                        "generating 200 tokens, against a bare batched insert",
                        "ms",
                        new Goal.AtMost(2),
                        compared::get),
                new Row(name(), "ms", new Goal.Within(60, Yardstick.GENERATION), compared::get));
    }

    Compared compare() throws Exception {
        try (BareGeneration bare = new BareGeneration(database)) {
            return scale.turns().compare(this::ours, () -> bare(bare));
        }
    }

    private int times() {
        return Math.min(TIMES, scale.calls());
    }

    private double ours() throws Exception {
        List<Contract> empty = Stream.generate(networks::open).limit(times()).toList();
        return Load.millisEach(empty, hotel -> Networks.asOwner(hotel, () -> generation.generate(hotel.id(), ORDER)));
    }

    private double bare(BareGeneration bare) throws Exception {
        List<List<TokenCode>> codes = new ArrayList<>();
        for (int i = 0; i < times(); i++) {
            codes.add(seed.codes(ORDER.count()));
        }
        Contract hotel = networks.many().getFirst();
        return Load.millisEach(codes, fresh -> bare.generate(hotel.id(), ORDER, fresh, clock.instant()));
    }
}
