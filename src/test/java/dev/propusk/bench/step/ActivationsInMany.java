package dev.propusk.bench.step;

import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Scale;
import java.util.List;

/** As on an evening in all networks. */
final class ActivationsInMany implements Step {
    private final Activations activations;
    private final Scale scale;

    ActivationsInMany(Activations activations, Scale scale) {
        this.activations = activations;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "activations over 1,000 contracts, 16 threads";
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row(
                name(), "1/s", new Goal.AtLeast(0.9), () -> activations.compare(scale.contracts(), scale.each(), 1)));
    }
}
