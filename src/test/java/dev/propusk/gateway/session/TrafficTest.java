package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.Limits;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identified;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a limit of traffic, over several sessions and tokens. */
class TrafficTest extends LimitedTraffic {
    @Autowired
    Contracts contractService;

    @Test
    void whatPassedInEarlierSessionsIsGoneFromTheNext() {
        enter(generate(Reuse.SINGLE_USE, 1, 10));
        assertThat(left()).contains(10 * MEGABYTE);
        report(Kind.START, "s1", 0);
        report(Kind.INTERIM, "s1", 2 * MEGABYTE);
        report(Kind.INTERIM, "s1", 2 * MEGABYTE);
        assertThat(left()).as("a report that comes twice counts once").contains(8 * MEGABYTE);
        report(Kind.STOP, "s1", 3 * MEGABYTE);
        report(Kind.INTERIM, "s1", 2 * MEGABYTE);
        report(Kind.STOP, "s1", 3 * MEGABYTE);
        assertThat(left()).as("and so in any order").contains(7 * MEGABYTE);
        report(Kind.START, "s2", 0);
        report(Kind.STOP, "s2", 6 * MEGABYTE);
        assertThat(left()).contains(MEGABYTE);
    }

    @Test
    void whoHasNoTrafficLeftIsPutOffAndNotLetInAgainByTheSameCode() {
        Token token = enter(generate(Reuse.SINGLE_USE, 1, 10));
        report(Kind.START, "s1", 0);
        report(Kind.INTERIM, "s1", 9 * MEGABYTE);
        assertThat(orders()).isZero();
        report(Kind.INTERIM, "s1", 11 * MEGABYTE);
        assertThat(orders()).isEqualTo(1);
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        assertThatThrownBy(() -> identification.identify(
                        Attempt.atGateway(hotel.id(), gateway.gateway().value(), device), token.code()))
                .isInstanceOf(CodeNotAcceptedException.class);
        Token another = generate(Reuse.SINGLE_USE, 1, 10);
        assertThat(identification.identify(
                        Attempt.atGateway(hotel.id(), gateway.gateway().value(), device), another.code()))
                .extracting(Identified::octetsLeft)
                .isEqualTo(Optional.of(10 * MEGABYTE));
    }

    @Test
    void anotherTokenOfTheDeviceGoesOnWhereTheFirstIsUsedUp() {
        enter(generate(Reuse.SINGLE_USE, 3, 10));
        enter(generate(Reuse.SINGLE_USE, 1, 5));
        report(Kind.INTERIM, "s1", 10 * MEGABYTE);
        assertThat(left()).contains(5 * MEGABYTE);
        assertThat(until()).contains(Duration.ofDays(1));
        report(Kind.INTERIM, "s1", 12 * MEGABYTE);
        assertThat(left()).contains(3 * MEGABYTE);
        assertThat(orders()).isZero();
    }

    @Test
    void trafficThatIsLeftLetsNoTokenOutliveItsTerm() {
        enter(generate(Reuse.SINGLE_USE, 1, 10));
        clock.advance(Duration.ofDays(1));
        assertThat(identification.find(hotel.id(), device)).isEmpty();
    }

    @Test
    void aMoveToANewAddressTakesAlongWhatHasPassed() {
        Token token = enter(generate(Reuse.SINGLE_USE, 1, 10));
        report(Kind.INTERIM, "s1", 4 * MEGABYTE);
        MacAddress next = TestContracts.device();
        contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), token.id(), next));
        assertThat(identification.find(hotel.id(), next).flatMap(Identified::octetsLeft))
                .contains(6 * MEGABYTE);
    }

    @Test
    void eachDeviceOfAMultiUseCodeHasItsOwn() {
        Token token = generate(Reuse.MULTI_USE, 1, 10);
        enter(token);
        MacAddress second = TestContracts.device();
        activation.activate(hotel.id(), token.code(), second);
        report(Kind.INTERIM, "s1", 4 * MEGABYTE);
        assertThat(left()).contains(6 * MEGABYTE);
        assertThat(identification.find(hotel.id(), second).flatMap(Identified::octetsLeft))
                .contains(10 * MEGABYTE);
    }

    @Test
    void theNetworksLimitHoldsForTokensWithoutOneAndCanBeRaised() {
        limitNetwork(10);
        enter(generate(Reuse.SINGLE_USE, 1, null));
        report(Kind.INTERIM, "s1", 10 * MEGABYTE);
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        limitNetwork(15);
        assertThat(left()).contains(5 * MEGABYTE);
    }

    private void limitNetwork(int megabytes) {
        int version = contractService.get(hotel.id()).version();
        NetworkTerms terms =
                new NetworkTerms(hotel.name(), hotel.ssid(), hotel.zone(), new Limits(null, null, null, megabytes));
        contracts.asOwner(hotel, () -> contractService.changeNetwork(hotel.id(), terms, version));
    }

    private Optional<Duration> until() {
        return identification
                .find(hotel.id(), device)
                .orElseThrow()
                .until()
                .map(end -> Duration.between(clock.instant(), end));
    }

    private int orders() {
        return jdbc.sql("select count(*) from disconnect where contract_id = ?")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }
}
