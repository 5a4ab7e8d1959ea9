package dev.propusk.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.token.TokenCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What one device, address or network may guess (rule 19). */
class GuessingTest extends Guessing {
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
}
