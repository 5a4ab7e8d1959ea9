package dev.propusk.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts tries to deliver an event by what came of them: {@code propusk.webhook.tries}, with the tag {@code outcome}. */
@Component
class DeliveryMetrics {
    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (DeliveryState state : DeliveryState.values()) {
            count(state, 0);
        }
    }

    @TransactionalEventListener
    void tried(DeliveryTried tried) {
        count(tried.state(), 1);
    }

    private void count(DeliveryState state, int more) {
        registry.counter("propusk.webhook.tries", "outcome", outcome(state)).increment(more);
    }

    private static String outcome(DeliveryState state) {
        return switch (state) {
            case DELIVERED -> "delivered";
            case WAITING -> "failed";
            case GIVEN_UP -> "given-up";
        };
    }
}
