package dev.propusk.token.activate;

import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.Token;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts and times activations by what came of them: {@code propusk.activations}, with the tag {@code outcome}. */
@Component
class ActivationMetrics {
    private static final String NAME = "propusk.activations";

    private final MeterRegistry registry;

    ActivationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Token measure(Supplier<Token> activation) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            Token token = activation.get();
            outcome = "accepted";
            return token;
        } catch (CodeNotAcceptedException e) {
            outcome = name(e.refusal());
            throw e;
        } finally {
            sample.stop(registry.timer(NAME, "outcome", outcome));
        }
    }

    private static String name(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
