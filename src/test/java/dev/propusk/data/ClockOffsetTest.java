package dev.propusk.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@PropuskTest
@ExtendWith(OutputCaptureExtension.class)
class ClockOffsetTest {
    @Autowired
    ClockOffset own;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock moved;

    private volatile Duration ahead = Duration.ZERO;

    @Test
    void theMachinesClockIsComparedNotTheOneThatIsHandedIn() {
        moved.advance(Duration.ofDays(2));
        try {
            assertThat(own.measure()).isCloseTo(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(own.isTooFarOff()).isFalse();
        } finally {
            moved.advance(Duration.ofDays(-2));
        }
    }

    @Test
    void aClockThatIsADayAheadOrAMinuteBehindMayEndNothing() {
        ClockOffset offset = offset();
        ahead = Duration.ofDays(1);
        assertThat(offset.measure()).isCloseTo(ahead, Duration.ofSeconds(1));
        assertThat(offset.isTooFarOff()).isTrue();
        ahead = Duration.ofSeconds(-62);
        offset.measure();
        assertThat(offset.isTooFarOff()).isTrue();
        ahead = Duration.ofSeconds(30);
        offset.measure();
        assertThat(offset.isTooFarOff()).isFalse();
    }

    @Test
    void aClockThatHasNotBeenComparedYetOrJumpsMeanwhileIsComparedAtOnce() {
        ClockOffset offset = offset();
        ahead = Duration.ofHours(1);
        assertThat(offset.last()).isEmpty();
        assertThat(offset.isTooFarOff()).isTrue();
        ahead = Duration.ZERO;
        assertThat(offset.isTooFarOff()).isFalse();
        ahead = Duration.ofDays(-1);
        assertThat(offset.isTooFarOff()).isTrue();
    }

    @Test
    void aClockThatIsOffIsToldOnceAndOnceMoreWhenItIsRight(CapturedOutput log) {
        ClockOffset offset = offset();
        ahead = Duration.ofSeconds(-4);
        offset.measure();
        assertThat(log).doesNotContain("clock");
        ahead = Duration.ofSeconds(8);
        offset.measure();
        offset.measure();
        assertThat(log.toString().split("differs from the database's by 8 s|differs from the database's by 7 s", -1))
                .hasSize(2);
        ahead = Duration.ZERO;
        offset.measure();
        offset.measure();
        assertThat(log.toString().split("agree again", -1)).hasSize(2);
    }

    private ClockOffset offset() {
        return new ClockOffset(jdbc, () -> Instant.now().plus(ahead));
    }
}
