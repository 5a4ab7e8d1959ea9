package dev.propusk.identification;

import dev.propusk.base.Places;
import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import java.time.Duration;
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

    private final Places<Entrance> entrances = new Places<>(IN_FLIGHT, PATIENCE);

    /** @throws TooManyGuessesException where its turn does not come */
    @SuppressWarnings("try")
    <T> T pass(Attempt attempt, Supplier<T> event) {
        try (Places.Place place = entrance(attempt)) {
            return event.get();
        }
    }

    private Places.Place entrance(Attempt attempt) {
        try {
            return entrances.take(new Entrance(attempt.contract(), attempt.source()));
        } catch (TooMuchAtOnceException e) {
            throw new TooManyGuessesException(PATIENCE);
        }
    }
}
