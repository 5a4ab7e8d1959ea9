package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareActivation;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.bench.seed.Seed.Unused;
import dev.propusk.token.activate.Activation;
import java.util.List;

/** Devices that enter single-use tokens, many at a time, as the service does it and by the same statements alone. */
final class Activations {
    private static final int THREADS = 16;

    private final Seed seed;
    private final Scale scale;
    private final Activation activation;
    private final BareActivation bare;

    Activations(Seed seed, Scale scale, Activation activation, BareActivation bare) {
        this.seed = seed;
        this.scale = scale;
        this.activation = activation;
        this.bare = bare;
    }

    /**
     * A second, by turns.
     *
     * @param in so many contracts
     * @param each so many tokens of each; with as many bursts as given they make a round, for a contract holds no more than
     *     200 unused tokens
     */
    Compared compare(int in, int each, int bursts) throws Exception {
        return scale.turns()
                .compare(() -> burst(in, each, bursts, this::ours), () -> burst(in, each, bursts, this::bare));
    }

    double oursOver(int contracts, int each) throws Exception {
        return ours(seed.unused(each, contracts));
    }

    void warmUp() throws Exception {
        Load.repeat(
                scale.warmUp(),
                () -> ours(seed.unused(2, scale.contracts())) + bare(seed.unused(2, scale.contracts())));
    }

    private double burst(int in, int each, int bursts, Load.Rate<Unused> rate) throws Exception {
        return Load.perSecondInBursts(bursts, () -> seed.unused(each, in), rate);
    }

    private double ours(List<Unused> unused) throws Exception {
        return Load.perSecond(
                THREADS, unused, token -> activation.activate(token.contract(), token.code(), Load.device()));
    }

    private double bare(List<Unused> unused) throws Exception {
        return Load.perSecond(THREADS, unused, token -> bare.activate(token.contract(), token.code(), Load.device()));
    }
}
