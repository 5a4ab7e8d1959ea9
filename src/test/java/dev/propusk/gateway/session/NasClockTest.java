package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NasClockTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private NasClock clock = NasClock.UNKNOWN;

    @ParameterizedTest
    @ValueSource(longs = {0, 40, -40, 86_400 * 9, -86_400L * 365 * 40})
    void aClockThatIsWrongDatesAReportRightlyAndSoDoesOneThatIsLate(long wrongBySeconds) {
        Duration wrong = Duration.ofSeconds(wrongBySeconds);
        assertThat(read(NOW, NOW.plus(wrong))).isEqualTo(NOW);
        Instant later = NOW.plus(Duration.ofHours(4));
        assertThat(read(later, later.minusSeconds(7_200).plus(wrong))).isEqualTo(later.minusSeconds(7_200));
    }

    @Test
    void aClockThatIsSetIsBelievedAtOnceForwardsOrByDaysAndAfterTwoHoursOtherwise() {
        read(NOW, NOW);
        Instant next = NOW.plusSeconds(60);
        assertThat(read(next, next.plusSeconds(86_400))).as("forwards").isEqualTo(next);
        Instant back = NOW.plusSeconds(120);
        assertThat(read(back, back.minusSeconds(3 * 86_400))).as("back by days").isEqualTo(back);
        Instant at = NOW.plusSeconds(180);
        for (int i = 0; i < 40; i++) {
            read(at, at.minusSeconds(3 * 86_400 + 600));
            at = at.plusSeconds(300);
        }
        assertThat(read(at, at.minusSeconds(3 * 86_400 + 600)))
                .as("back by minutes")
                .isEqualTo(at);
    }

    @Test
    void whatADelaySaysCountsWithoutAnyClock() {
        assertThat(clock.read(NOW, new ReportedTimes(Duration.ofMinutes(20), null, null))
                        .at())
                .isEqualTo(NOW.minus(Duration.ofMinutes(20)));
    }

    private Instant read(Instant arrival, Instant event) {
        NasClock.Reading reading = clock.read(arrival, new ReportedTimes(null, event, null));
        clock = reading.clock();
        return reading.at();
    }
}
