package dev.propusk.work;

import dev.propusk.data.DatabaseAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gauges of what only the database knows. A job asks for them, not whoever reads the metrics: a scrape is answered at once
 * and costs nothing, above all while the database is away. Then they are NaN, and {@code propusk.database.up} is 0.
 */
@Component
public class Figures {
    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Figure> all = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Number>> values = new ConcurrentHashMap<>();
    private volatile double isDatabaseUp = Double.NaN;

    Figures(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("propusk.database.up", this, figures -> figures.isDatabaseUp)
                .description("Whether the database answered when it was last asked: 1 or 0")
                .register(meters);
    }

    /**
     * A number.
     *
     * @param unit of the name's end; null: something is counted
     */
    public void number(String name, @Nullable String unit, String meaning, Supplier<? extends Number> question) {
        Figure figure = new Figure(() -> question.get().doubleValue());
        add(name, unit, meaning, figure, () -> figure.answer);
    }

    /** How long ago something was last done; NaN where it never was. In seconds. */
    public void age(String name, String meaning, Supplier<Optional<Instant>> question) {
        Figure figure = new Figure(
                () -> question.get().map(at -> at.toEpochMilli() / 1e3).orElse(Double.NaN));
        add(name, "seconds", meaning, figure, () -> clock.millis() / 1e3 - figure.answer);
    }

    private void add(String name, @Nullable String unit, String meaning, Figure figure, Supplier<Number> value) {
        all.add(figure);
        values.put(name, value);
        Gauge.builder(name, value)
                .description(meaning)
                .baseUnit(unit)
                .strongReference(true)
                .register(meters);
    }

    /** What each was when it was last asked for, by its name: what is not known is NaN. */
    public Map<String, Double> latest() {
        Map<String, Double> latest = new TreeMap<>();
        values.forEach((name, value) -> latest.put(name, value.get().doubleValue()));
        return latest;
    }

    /** Asks for all of them anew. */
    @Job(value = "figures", every = "${propusk.figures-interval}")
    public void ask() {
        RuntimeException failure = null;
        for (Figure figure : all) {
            if (failure != null && DatabaseAway.isCauseOf(failure)) {
                figure.forget();
            } else {
                RuntimeException its = figure.ask();
                failure = its == null ? failure : its;
            }
        }
        isDatabaseUp = failure != null && DatabaseAway.isCauseOf(failure) ? 0 : 1;
        if (failure != null) {
            throw failure;
        }
    }

    private static final class Figure {
        private final DoubleSupplier question;
        private volatile double answer = Double.NaN;

        Figure(DoubleSupplier question) {
            this.question = question;
        }

        /** What it failed by; null: it did not. */
        @Nullable
        RuntimeException ask() {
            try {
                answer = question.getAsDouble();
                return null;
            } catch (RuntimeException e) {
                forget();
                return e;
            }
        }

        void forget() {
            answer = Double.NaN;
        }
    }
}
