package dev.propusk.identification;

import dev.propusk.base.DashedWord;
import dev.propusk.identification.Attempt.Source;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts codes that were refused unseen, since too many wrong ones came before: {@code propusk.guesses.refused}. */
@Component
class GuessingMetrics {
    private static final String NAME = "propusk.guesses.refused";

    private final MeterRegistry registry;

    GuessingMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Source source : Source.values()) {
            counter(source);
        }
    }

    void refused(Source source) {
        counter(source).increment();
    }

    private Counter counter(Source source) {
        return registry.counter(NAME, "source", DashedWord.of(source));
    }
}
