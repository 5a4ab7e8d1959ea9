package dev.propusk.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What is counted, in whose days and hours, and that summing up changes no figure. */
@PropuskTest
class StatisticsTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    Statistics statistics;

    @Autowired
    CrossContractActivationSummary summary;

    @Autowired
    CrossContractQuotaRecord record;

    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    @Test
    void activationsFallIntoTheDaysAndHoursOfTheContractsZone() {
        waitUntil(LocalTime.of(23, 50));
        LocalDate before = today();
        activate(Reuse.SINGLE_USE, Term.ofDays(7), 1);
        clock.advance(Duration.ofMinutes(20));
        activate(Reuse.MULTI_USE, Term.UNLIMITED, 3);

        Report report = report(Period.WEEK);
        assertThat(report.days()).hasSize(7);
        assertThat(report.days().getLast().day()).isEqualTo(before.plusDays(1));
        assertThat(report.days().getLast().of(ReportedKind.MULTI_USE_UNLIMITED)).isEqualTo(3);
        assertThat(report.days().get(5).of(ReportedKind.SINGLE_USE_TIMED)).isEqualTo(1);
        assertThat(report.hours().get(0)).isEqualTo(3);
        assertThat(report.hours().get(23)).isEqualTo(1);
        assertThat(report.total()).isEqualTo(4);
        assertThat(report.today()).isEqualTo(3);
        assertThat(report.busiest().orElseThrow().day()).isEqualTo(before.plusDays(1));
    }

    @Test
    void summingUpChangesNoFigureHoweverOftenItRuns() {
        waitUntil(LocalTime.of(10, 7));
        activate(Reuse.SINGLE_USE, Term.ofDays(1), 2);
        clock.advance(Duration.ofMinutes(55));
        activate(Reuse.SINGLE_USE, Term.UNLIMITED, 1);
        Report live = report(Period.MONTH);
        assertThat(live.total()).isEqualTo(3);

        clock.advance(Duration.ofMinutes(10));
        sumUp();
        assertThat(report(Period.MONTH).days()).isEqualTo(live.days());
        clock.advance(Duration.ofHours(2));
        sumUp();
        sumUp();
        assertThat(report(Period.MONTH).days()).isEqualTo(live.days());
        assertThat(report(Period.MONTH).hours()).isEqualTo(live.hours());
        activate(Reuse.SINGLE_USE, Term.UNLIMITED, 1);
        assertThat(report(Period.MONTH).total()).isEqualTo(4);
    }

    @Test
    void whatHappenedBeforeThePeriodIsNotInIt() {
        activate(Reuse.SINGLE_USE, Term.ofDays(1), 1);
        clock.advance(Duration.ofDays(8));
        assertThat(report(Period.WEEK).total()).isZero();
        assertThat(report(Period.MONTH).total()).isEqualTo(1);
        assertThat(report(Period.WEEK).busiest()).isEmpty();
    }

    @Test
    void unusedTokensAreOnRecordFromTheDayItBegan() {
        waitUntil(LocalTime.of(9, 0));
        generate(Reuse.SINGLE_USE, Term.ofDays(1), 5);
        record.write(hotel.zone());
        activate(Reuse.SINGLE_USE, Term.ofDays(1), 1);
        List<Token> more = generate(Reuse.SINGLE_USE, Term.ofDays(1), 2);
        record.write(hotel.zone());
        clock.advance(Duration.ofDays(1));
        more.forEach(token -> activation.activate(hotel.id(), token.code(), TestContracts.device()));
        record.write(hotel.zone());

        Report report = report(Period.MONTH);
        assertThat(report.unused())
                .containsExactly(new UnusedOfDay(today().minusDays(1), 7, 5), new UnusedOfDay(today(), 5, 5));
        assertThat(report.recordedSince()).isEqualTo(today().minusDays(1));
        assertThat(report.unusedNow()).isEqualTo(5);
    }

    @Test
    void aDeviceCountsOnceAndOnlyWhileATokenOfItLives() {
        MacAddress phone = TestContracts.device();
        List<Token> tokens = generate(Reuse.SINGLE_USE, Term.ofDays(2), 2);
        tokens.forEach(token -> activation.activate(hotel.id(), token.code(), phone));
        Token other = generate(Reuse.SINGLE_USE, Term.UNLIMITED, 1).getFirst();
        activation.activate(hotel.id(), other.code(), TestContracts.device());

        assertThat(report(Period.WEEK).devicesNow()).isEqualTo(2);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), other.id(), false));
        assertThat(report(Period.WEEK).devicesNow()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        assertThat(report(Period.WEEK).devicesNow()).isZero();
    }

    @Test
    void statisticsAreTheOwnersAloneAndOfOneContract() {
        activate(Reuse.SINGLE_USE, Term.ofDays(1), 1);
        Contract cafe = contracts.open();
        assertThat(contracts
                        .asOwner(cafe, () -> statistics.report(cafe.id(), Period.WEEK))
                        .total())
                .isZero();
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> statistics.report(hotel.id(), Period.WEEK)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> statistics.report(hotel.id(), Period.WEEK)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void activate(Reuse reuse, Term term, int devices) {
        List<Token> made = generate(reuse, term, reuse == Reuse.SINGLE_USE ? devices : 1);
        for (int i = 0; i < devices; i++) {
            activation.activate(hotel.id(), made.get(i % made.size()).code(), TestContracts.device());
        }
    }

    private List<Token> generate(Reuse reuse, Term term, int count) {
        return contracts
                .asOwner(hotel, () -> generation.generate(hotel.id(), new TokenRequest(count, reuse, term, null, null)))
                .tokens();
    }

    private Report report(Period period) {
        return contracts.asOwner(hotel, () -> statistics.report(hotel.id(), period));
    }

    private void sumUp() {
        boolean more = true;
        while (more) {
            more = summary.advance();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), hotel.zone());
    }

    /** Lets the clock go on to the next time that the contract's clocks show this. */
    private void waitUntil(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(hotel.zone());
        ZonedDateTime then = now.with(time);
        clock.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }
}
