package dev.propusk.token.activate;

import dev.propusk.base.DashedWord;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.Token;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts and times activations by what came of them: {@code propusk.activations}, with the tag {@code outcome}. */
@Component
class ActivationMetrics {
    private static final String NAME = "propusk.activations";
    private static final String ACCEPTED = "accepted";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;

    /** Each outcome is there from the first scrape on: what was never counted can't be told from what was never read. */
    ActivationMetrics(MeterRegistry registry) {
        this.registry = registry;
        timer(ACCEPTED);
        timer(FAILED);
        for (Refusal refusal : Refusal.values()) {
            timer(name(refusal));
        }
    }

    Token measure(Supplier<Token> activation) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = FAILED;
        try {
            Token token = activation.get();
            outcome = ACCEPTED;
            return token;
        } catch (CodeNotAcceptedException e) {
            outcome = name(e.refusal());
            throw e;
        } finally {
            sample.stop(timer(outcome));
        }
    }

    private Timer timer(String outcome) {
        return registry.timer(NAME, "outcome", outcome);
    }

    private static String name(Refusal refusal) {
        return DashedWord.of(refusal);
    }
}
