package dev.propusk.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.time.Instant;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 19. */
@PropuskTest
class GuessingTest {
    private static final int OPEN_PAGE_GUESSES = Integer.getInteger("propusk.open-page-guesses", 600);
    private static final int GATEWAY_GUESSES = Integer.getInteger("propusk.gateway-guesses", 1_300);

    @Autowired
    Identification identification;

    @Autowired
    GuessingBudgets budgets;

    @Autowired
    GuessingSettings settings;

    @Autowired
    GuessingAlerts alerts;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final UUID gateway = UUID.randomUUID();
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        fillBudgets();
        hotel = contracts.open();
    }

    /** All tests share the budget of the open pages: what was spent is given time to fill. */
    @AfterEach
    void fillBudgets() {
        clock.advance(settings.fullAgain());
    }

    @Test
    void aDeviceHasFifteenWrongCodesAndThenOneInTwoMinutes() {
        MacAddress device = TestContracts.device();
        for (int i = 0; i < 15; i++) {
            assertThat(guess(atGateway(device))).isEqualTo(Outcome.REJECTED);
        }
        assertThatExceptionOfType(TooManyGuessesException.class)
                .isThrownBy(() -> identification.identify(atGateway(device), unknown()))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(guess(atGateway(TestContracts.device()))).isEqualTo(Outcome.REJECTED);
        clock.advance(Duration.ofMinutes(2));
        assertThat(guess(atGateway(device))).isEqualTo(Outcome.REJECTED);
        assertThat(guess(atGateway(device))).isEqualTo(Outcome.SLOWED);
    }

    @Test
    void aClientAddressOnTheOpenPageHasTwentyAndAnIpv6OneSharesThemWithItsNetwork() {
        for (int i = 0; i < 20; i++) {
            assertThat(guess(onPage("2001:db8:1:2::" + i))).isEqualTo(Outcome.REJECTED);
        }
        assertThat(guess(onPage("2001:db8:1:2:ffff::1"))).isEqualTo(Outcome.SLOWED);
        assertThat(guess(onPage("2001:db8:1:3::1"))).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void anIpv6NetworkOfAThousandAddressesIsOneAttackerAndClosesNobodysPage() {
        int rejected = 0;
        for (int i = 0; i < 204; i++) {
            rejected += guess(onPage("2001:db8:9:" + i / 12 + "::" + i)) == Outcome.REJECTED ? 1 : 0;
        }
        assertThat(rejected).isEqualTo(40);
        assertThat(outcome(onPage("2001:db8:a::1"), generate())).isEqualTo(Outcome.LET_IN);
    }

    @Test
    void whereTheOpenPagesTogetherHaveNoneLeftANetworkThatIsNotAttackedStaysOpen() {
        jdbc.sql("replace into guessing_budget (id, remaining, at) values ('open-pages', 0, ?)")
                .param(InstantConverter.toUtc(clock.instant()))
                .update();
        assertThat(outcome(onPage(randomAddress()), generate())).isEqualTo(Outcome.LET_IN);
        for (int i = 0; i < 20; i++) {
            assertThat(guess(onPage(randomAddress()))).isEqualTo(Outcome.REJECTED);
        }
        assertThat(guess(onPage(randomAddress()))).isEqualTo(Outcome.SLOWED);
        Contract other = contracts.open();
        Attempt elsewhere =
                Attempt.onOpenPage(other.id(), NetworkAddress.parse(randomAddress()), TestContracts.device());
        assertThat(guess(elsewhere)).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aRightCodeOfAnIdentifiedDeviceIsSeenThroughAnAttackAtTheGateway() {
        MacAddress guest = TestContracts.device();
        TokenCode code = generate();
        Identified before = identification.identify(atGateway(guest), code);
        for (int i = 0; i < 15; i++) {
            guess(atGateway(guest));
        }
        assertThat(identification.identify(atGateway(guest), code)).isEqualTo(before);
        assertThat(guess(onPage("192.0.2.1", guest))).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void theDatabaseCountsAsABudgetDoes() {
        for (int i = 0; i < 20; i++) {
            guess(atGateway(TestContracts.device()));
        }
        assertThat(budgets.left(hotel.id(), Source.GATEWAY)).isEqualTo(980);
        Instant then = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        double filled = settings.contractAtGateways().left(980, then, clock.instant());
        assertThat(budgets.left(hotel.id(), Source.GATEWAY)).isEqualTo(filled);
        guess(atGateway(TestContracts.device()));
        assertThat(budgets.left(hotel.id(), Source.GATEWAY)).isCloseTo(filled - 1, within(1e-6));
    }

    @Test
    void codesThatAreUsedHereCountForTheDeviceAlone() {
        TokenCode used = generate();
        identification.identify(atGateway(TestContracts.device()), used);
        MacAddress late = TestContracts.device();
        for (int i = 0; i < 15; i++) {
            assertThat(outcome(atGateway(late), used)).isEqualTo(Outcome.REJECTED);
        }
        assertThat(outcome(atGateway(late), used)).isEqualTo(Outcome.SLOWED);
        assertThat(budgets.left(hotel.id(), Source.GATEWAY)).isEqualTo(1_000);
    }

    @Test
    void aSuspendedContractsCodesCostNothing() {
        contracts.suspend(hotel.id());
        MacAddress device = TestContracts.device();
        for (int i = 0; i < 20; i++) {
            assertThat(guess(atGateway(device))).isEqualTo(Outcome.REJECTED);
        }
    }

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

    private enum Outcome {
        LET_IN,
        REJECTED,
        SLOWED
    }

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

    private int warnings() {
        return jdbc.sql("select count(*) from journal where contract_id = ? and action = 'guessing.slowed'")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    private Outcome guess(Attempt attempt) {
        return outcome(attempt, unknown());
    }

    private Outcome outcome(Attempt attempt, TokenCode code) {
        try {
            identification.identify(attempt, code);
            return Outcome.LET_IN;
        } catch (CodeNotAcceptedException e) {
            return Outcome.REJECTED;
        } catch (TooManyGuessesException e) {
            return Outcome.SLOWED;
        }
    }

    private Attempt atGateway(MacAddress device) {
        return Attempt.atGateway(hotel.id(), gateway, device);
    }

    private Attempt onPage(String address) {
        return onPage(address, TestContracts.device());
    }

    private Attempt onPage(String address, MacAddress device) {
        return Attempt.onOpenPage(hotel.id(), NetworkAddress.parse(address), device);
    }

    private static String randomAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198." + random.nextInt(18, 20) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** Nobody was given it: the odds against it are those of the attacker. */
    private static TokenCode unknown() {
        return new TokenCode(
                "100" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)));
    }

    private TokenCode generate() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst()
                        .code());
    }
}
