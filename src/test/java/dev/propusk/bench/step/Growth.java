package dev.propusk.bench.step;

import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Row.Measurement;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Scale;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes slower as the rows become more: shown at each size, with no goal of its own. */
final class Growth implements Step {
    private final int rows;
    private final Activations activations;
    private final MacQuery macQuery;
    private final Grid grid;
    private final Generating generating;
    private final JdbcClient jdbc;
    private final Scale scale;

    Growth(
            int rows,
            Activations activations,
            MacQuery macQuery,
            Grid grid,
            Generating generating,
            JdbcClient jdbc,
            Scale scale) {
        this.rows = rows;
        this.activations = activations;
        this.macQuery = macQuery;
        this.grid = grid;
        this.generating = generating;
        this.jdbc = jdbc;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "at " + rows;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                row("activations", "1/s", () -> activations.compare(scale.contracts(), 2, 1)),
                row("MAC lookup", "ms", macQuery::againstBare),
                row("grid: first page", "ms", () -> grid.jumped(0)),
                row("grid: counts of the tabs", "ms", grid::counts),
                row("generating 200", "ms", generating::compare),
                row("tokens on disk, with indexes", "MiB", this::onDisk));
    }

    private Row row(String what, String unit, Measurement measurement) {
        return new Row(String.format(Locale.ROOT, "%,d: %s", rows, what), unit, new Goal.None(), measurement);
    }

    private Compared onDisk() {
        return Compared.alone(jdbc.sql("""
                        select cast((data_length + index_length) / 1048576 as int)
                        from information_schema.tables where table_schema = database() and table_name = 'token'
                        """).query(Integer.class).single());
    }
}
