package dev.propusk.token.activate;

import dev.propusk.base.DashedWord;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts and times activations by what came of them: {@code propusk.activations}, with the tag {@code outcome}. */
@Component
class ActivationMetrics {
    private static final String NAME = "propusk.activations";
    private static final String ACCEPTED = "accepted";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;
    private final Map<String, Timer> timers;

    /** Each outcome is there from the first scrape on: what was never counted can't be told from what was never read. */
    ActivationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.timers = Stream.concat(
                        Stream.of(ACCEPTED, FAILED),
                        Arrays.stream(Refusal.values()).map(ActivationMetrics::name))
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), outcome -> registry.timer(NAME, "outcome", outcome)));
    }

    <T> T measure(Supplier<T> activation) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = FAILED;
        try {
            T activated = activation.get();
            outcome = ACCEPTED;
            return activated;
        } catch (CodeNotAcceptedException e) {
            outcome = name(e.refusal());
            throw e;
        } finally {
            sample.stop(Objects.requireNonNull(timers.get(outcome)));
        }
    }

    private static String name(Refusal refusal) {
        return DashedWord.of(refusal);
    }
}
