package dev.propusk.token.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepPaceTest {
    @Test
    void whatEndsAtOnceIsSpreadOverTime() {
        long began = System.nanoTime();
        SweepPace pace = new SweepPace();
        for (int batch = 0; batch < 4; batch++) {
            pace.rest(450, System.nanoTime());
        }
        assertThat(since(began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aBatchThatTookLongIsFollowedByABreath() {
        SweepPace pace = new SweepPace();
        long before = System.nanoTime();
        pace.rest(1, before - Duration.ofMillis(400).toNanos());
        assertThat(since(before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
