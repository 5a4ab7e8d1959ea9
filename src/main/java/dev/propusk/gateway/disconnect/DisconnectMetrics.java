package dev.propusk.gateway.disconnect;

import dev.propusk.base.DashedWord;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts the last words of gateways on sessions that were to end: {@code propusk.disconnects}, with the tag {@code outcome}. */
@Component
class DisconnectMetrics {
    private final MeterRegistry registry;

    DisconnectMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (SessionDisconnected.Outcome outcome : SessionDisconnected.Outcome.values()) {
            count(outcome, 0);
        }
    }

    @TransactionalEventListener
    void told(SessionDisconnected told) {
        count(told.outcome(), 1);
    }

    private void count(SessionDisconnected.Outcome outcome, int more) {
        String word = DashedWord.of(outcome);
        registry.counter("propusk.disconnects", "outcome", word).increment(more);
    }
}
