package dev.propusk.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class BudgetTest {
    /** As many unused and live codes as a contract can hold, of a thousand million. */
    private static final double A_HIT = 200 / 1e9;

    private static final GuessingSettings DEFAULTS =
            Binder.get(new MockEnvironment()).bindOrCreate("propusk.guessing", Bindable.of(GuessingSettings.class));

    @Test
    void aMonthOfGuessingAtTheDefaultLimitsSucceedsWithLessThanOnePercent() {
        long guesses = DEFAULTS.contractAtGateways().within(30)
                + DEFAULTS.contractOnOpenPage().within(30);
        assertThat(guesses).isEqualTo(46_200);
        double overdrawn = 2.0 * AttemptGate.IN_FLIGHT;
        assertThat(1 - Math.pow(1 - A_HIT, guesses + overdrawn))
                .isLessThan(0.01)
                .isCloseTo(0.0092, within(0.0001));
    }

    @Test
    void strangersOnAllOpenPagesOfTheProviderTogetherHitLessThanOnceInAHundredMonths() {
        long guesses = DEFAULTS.openPages().within(30);
        assertThat(guesses).isEqualTo(46_500);
        assertThat(guesses * A_HIT).isLessThan(0.01);
        double withoutIt = 50_000.0 * DEFAULTS.contractOnOpenPage().within(30) * A_HIT;
        assertThat(withoutIt).isCloseTo(152, within(5.0));
    }

    @Test
    void aBudgetFillsEvenlyAndNeverBeyondItsBurst() {
        Budget budget = Budget.valueOf("200 + 500");
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(budget.left(0, then, then.plus(Duration.ofHours(6)))).isCloseTo(125, within(1e-6));
        assertThat(budget.left(0, then, then.plus(Duration.ofDays(3)))).isEqualTo(200);
        assertThat(budget.left(-2, then, then.minusSeconds(5))).isEqualTo(-2);
        Duration wait = budget.untilNext(-2);
        assertThat(budget.left(-2, then, then.plus(wait))).isGreaterThanOrEqualTo(1);
        assertThat(wait).isBetween(Duration.ofSeconds(518), Duration.ofSeconds(519));
    }

    @Test
    void aRejectionLeavesThreeHundredMillisecondsAfterItsArrivalByDefault() {
        assertThat(DEFAULTS.rejectionDelay()).isEqualTo(Duration.ofMillis(300));
    }
}
