package dev.propusk.gateway.controller;

import dev.propusk.base.DashedWord;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what came of each try to tell a controller something: {@code propusk.controllers}, with the tag {@code outcome}. */
@Component
class ControllerMetrics {
    private final MeterRegistry registry;

    ControllerMetrics(MeterRegistry registry) {
        this.registry = registry;
        count("done", 0);
        for (ControllerFailure failure : ControllerFailure.values()) {
            count(DashedWord.of(failure), 0);
        }
    }

    void done() {
        count("done", 1);
    }

    void failed(ControllerFailure failure) {
        count(DashedWord.of(failure), 1);
    }

    private void count(String outcome, int more) {
        registry.counter("propusk.controllers", "outcome", outcome).increment(more);
    }
}
