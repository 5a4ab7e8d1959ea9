package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few attempts of a contract through at a time, so that a burst overdraws its budget by no more than these. The
 * others wait their turn; strangers on the open page never stand before the guests at gateways.
 */
@Component
class AttemptGate {
    static final int IN_FLIGHT = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Entrance(ContractId contract, Source source) {}

    private final Map<Entrance, Semaphore> entrances = new ConcurrentHashMap<>();

    /** @throws TooManyGuessesException where its turn does not come */
    <T> T pass(Attempt attempt, Supplier<T> event) {
        Semaphore entrance = entrances.computeIfAbsent(
                new Entrance(attempt.contract(), attempt.source()), any -> new Semaphore(IN_FLIGHT, true));
        if (!enter(entrance)) {
            throw new TooManyGuessesException(PATIENCE);
        }
        try {
            return event.get();
        } finally {
            entrance.release();
        }
    }

    private static boolean enter(Semaphore entrance) {
        try {
            return entrance.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
