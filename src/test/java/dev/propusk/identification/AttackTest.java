package dev.propusk.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.token.TokenCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many guess at once, and guests get in meanwhile (rule 19). */
class AttackTest extends Guessing {
    @Test
    void strangersOnTheOpenPageEmptyTheirOwnBudgetWhileGuestsAtGatewaysGetIn() throws Exception {
        int guests = 60;
        Attack attack = attack(OPEN_PAGE_GUESSES, () -> onPage(randomAddress()), guests);
        int budget = 200 + overdraft();
        assertThat(attack.rejected()).isBetween(200, budget);
        assertThat(attack.slowed()).isEqualTo(OPEN_PAGE_GUESSES - attack.rejected());
        assertThat(attack.letIn()).isEqualTo(guests);
        assertThat(contracts.asOwner(hotel, () -> alerts.of(hotel.id())))
                .containsExactly(new GuessingAlert(Source.OPEN_PAGE, true));
        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void devicesThatRotateTheirMacAtAGatewayEmptyItsBudgetAndNoMore() throws Exception {
        Attack attack = attack(GATEWAY_GUESSES, () -> atGateway(TestContracts.device()), 0);
        assertThat(attack.rejected()).isBetween(600, 600 + overdraft());
        assertThat(guess(onPage("192.0.2.77"))).isEqualTo(Outcome.REJECTED);
        Attempt otherGateway = Attempt.atGateway(hotel.id(), UUID.randomUUID(), TestContracts.device());
        assertThat(identification.identify(otherGateway, generate()).until()).isPresent();
        assertThat(contracts.asOwner(hotel, () -> alerts.of(hotel.id())))
                .containsExactly(new GuessingAlert(Source.GATEWAY, false));
    }

    @Test
    void twoGatewaysTogetherEmptyTheContractsBudget() throws Exception {
        UUID other = UUID.randomUUID();
        AtomicInteger turn = new AtomicInteger();
        Attack attack = attack(
                GATEWAY_GUESSES,
                () -> Attempt.atGateway(
                        hotel.id(), turn.getAndIncrement() % 2 == 0 ? gateway : other, TestContracts.device()),
                0);
        assertThat(attack.rejected()).isBetween(1_000, 1_000 + overdraft());
        assertThat(warnings()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(budgets.left(hotel.id(), Source.GATEWAY)).isGreaterThan(980);
        assertThat(contracts.asOwner(hotel, () -> alerts.of(hotel.id()))).isEmpty();
    }

    private record Attack(int rejected, int slowed, int letIn) {}

    @FunctionalInterface
    private interface Attacker {
        Attempt next();
    }

    /** Guesses by 32 threads at once, and meanwhile guests at a gateway with right codes. */
    private Attack attack(int guesses, Attacker attacker, int guests) throws Exception {
        Map<Outcome, Integer> counts = new ConcurrentHashMap<>();
        TokenCode[] codes =
                Arrays.stream(new int[guests]).mapToObj(any -> generate()).toArray(TokenCode[]::new);
        int every = guests == 0 ? guesses + 1 : guesses / guests;
        Semaphore inFlight = new Semaphore(32);
        List<Future<?>> tried = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < guesses; i++) {
                inFlight.acquire();
                int number = i;
                tried.add(threads.submit(() -> {
                    try {
                        counts.merge(guess(attacker.next()), 1, Integer::sum);
                        if (number % every == 0 && number / every < guests) {
                            Attempt guest = Attempt.atGateway(hotel.id(), UUID.randomUUID(), TestContracts.device());
                            counts.merge(outcome(guest, codes[number / every]), 1, Integer::sum);
                        }
                    } finally {
                        inFlight.release();
                    }
                }));
            }
            for (Future<?> one : tried) {
                one.get();
            }
        }
        return new Attack(
                counts.getOrDefault(Outcome.REJECTED, 0),
                counts.getOrDefault(Outcome.SLOWED, 0),
                counts.getOrDefault(Outcome.LET_IN, 0));
    }

    /** What may go beyond a budget: the attempts under way when it emptied. */
    private static int overdraft() {
        return AttemptGate.IN_FLIGHT;
    }
}
