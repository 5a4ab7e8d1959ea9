package dev.propusk.bench.step;

import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Scale;
import java.util.List;

/** All devices in one network: they wait for the count of its unused tokens, one for the other. */
final class ActivationsInOne implements Step {
    /** Of the 200 that a contract holds. */
    private static final int MOST = 190;

    private final Activations activations;
    private final Scale scale;

    ActivationsInOne(Activations activations, Scale scale) {
        this.activations = activations;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "activations in one contract, 16 threads";
    }

    @Override
    public List<Row> rows() {
        int round = scale.contracts() * scale.each();
        int bursts = Math.max(1, round * 2 / 3 / MOST);
        return List.of(new Row(
                name(), "1/s", new Goal.AtLeast(0.85), () -> activations.compare(1, Math.min(MOST, round), bursts)));
    }
}
