package dev.propusk.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Limits;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class BudgetTest {
    /** As many unused and live codes as a contract can hold, of a thousand million. */
    private static final double A_HIT = 200 / 1e9;

    private static final GuessingSettings DEFAULTS = settings(new MockEnvironment());
    private static final MacAddress DEVICE = MacAddress.parse("AC:DE:48:01:02:03");

    private static GuessingSettings with(String property, String value) {
        return settings(new MockEnvironment().withProperty(property, value));
    }

    private static GuessingSettings settings(MockEnvironment environment) {
        return Binder.get(environment).bindOrCreate("propusk.guessing", Bindable.of(GuessingSettings.class));
    }

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
        // what it costs that an attack on some closes no other: only if each page of the provider is attacked at once
        double allAtOnce = 50_000.0 * DEFAULTS.contractReserve().within(30) * A_HIT;
        assertThat(allAtOnce).isCloseTo(6.2, within(0.1));
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
    void aBudgetHoldsToTheWholeGuess() {
        Budget budget = new Budget(2, 24);
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        Duration hour = Duration.ofHours(1);
        assertThat(budget.left(0, then, then)).isZero();
        assertThat(budget.left(0, then, then.plus(hour))).isEqualTo(1);
        assertThat(budget.left(0, then, then.plus(hour).minusNanos(1_000))).isLessThan(1);
        assertThat(budget.left(0.5, then, then.plus(hour.multipliedBy(9)))).isEqualTo(2);
        assertThat(budget.untilNext(0)).isEqualTo(hour);
        assertThat(budget.untilNext(1)).isZero();
        assertThat(budget.untilNext(1.5)).isZero();
        assertThat(budget.untilFull(0)).isEqualTo(hour.multipliedBy(2));
        assertThat(budget.untilFull(-1)).isEqualTo(hour.multipliedBy(3));
        assertThat(budget.untilFull(2)).isZero();
        assertThat(budget.within(3)).isEqualTo(2 + 72);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1000", "1+2+3", "0+1", "1+0", "-1+1", "a+b", "1+"})
    void whatIsNoBudgetIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.valueOf(text));
    }

    @Test
    void aBudgetIsWrittenAsBurstAndRefillADay() {
        assertThat(Budget.valueOf(" 1 + 2 ")).isEqualTo(new Budget(1, 2));
        assertThat(Budget.valueOf("1+1")).isEqualTo(new Budget(1, 1));
    }

    @Test
    void whatIsSpentIsKeptUntilItIsFullAgain() {
        assertThat(DEFAULTS.fullAgain()).isBetween(Duration.ofDays(1), Duration.ofDays(2));
        assertThat(with("propusk.guessing.gateway", "1000+100").fullAgain())
                .isBetween(Duration.ofDays(10), Duration.ofDays(11));
    }

    @Test
    void aGuessAtAGatewayIsChargedToTheDeviceTheGatewayAndTheContractInThisOrder() {
        ContractId hotel = ContractId.next();
        UUID gateway = UUID.randomUUID();
        assertThat(DEFAULTS.all(Attempt.atGateway(hotel, gateway, DEVICE)))
                .containsExactly(
                        Map.entry("device GATEWAY " + hotel + " " + DEVICE, DEFAULTS.device()),
                        Map.entry("device-day GATEWAY " + hotel + " " + DEVICE, DEFAULTS.deviceInADay()),
                        Map.entry("gateway " + gateway, DEFAULTS.gateway()),
                        Map.entry("contract GATEWAY " + hotel, DEFAULTS.contractAtGateways()));
    }

    @Test
    void aGuessOnTheOpenPageIsChargedToBudgetsOfItsOwnAndToAnIpv6NetworkAsAWhole() {
        ContractId hotel = ContractId.next();
        NetworkAddress client = NetworkAddress.parse("2001:db8:1:2:3::4");
        assertThat(DEFAULTS.all(Attempt.onOpenPage(hotel, client, DEVICE)))
                .containsExactly(
                        Map.entry("device OPEN_PAGE " + hotel + " " + DEVICE, DEFAULTS.device()),
                        Map.entry("device-day OPEN_PAGE " + hotel + " " + DEVICE, DEFAULTS.deviceInADay()),
                        Map.entry("address 2001:db8:1:2:0:0:0:0", DEFAULTS.address()),
                        Map.entry("network 2001:db8:1:0:0:0:0:0", DEFAULTS.network()),
                        Map.entry("contract OPEN_PAGE " + hotel, DEFAULTS.contractOnOpenPage()),
                        Map.entry("open-pages", DEFAULTS.openPages()));
    }

    @Test
    void theOwnerIsToldOfAnAttackWhenHalfOfABudgetIsGone() {
        Budget budget = new Budget(10, 10);
        assertThat(GuessingAlert.of(Source.GATEWAY, budget, 5)).isEmpty();
        assertThat(GuessingAlert.of(Source.GATEWAY, budget, 4.9)).contains(new GuessingAlert(Source.GATEWAY, false));
        assertThat(GuessingAlert.of(Source.OPEN_PAGE, budget, 1)).contains(new GuessingAlert(Source.OPEN_PAGE, false));
        assertThat(GuessingAlert.of(Source.OPEN_PAGE, budget, 0.9)).contains(new GuessingAlert(Source.OPEN_PAGE, true));
    }

    @Test
    void anIdentifiedDeviceMayPassUntilItsEndIfItHasOne() {
        Instant end = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(new Identified(end, Limits.NONE, null).until()).contains(end);
        assertThat(new Identified(null, Limits.NONE, null).until()).isEmpty();
    }

    @Test
    void aRejectionLeavesThreeHundredMillisecondsAfterItsArrivalByDefault() {
        assertThat(DEFAULTS.rejectionDelay()).isEqualTo(Duration.ofMillis(300));
    }
}
