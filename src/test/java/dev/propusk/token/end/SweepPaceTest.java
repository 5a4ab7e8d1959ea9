package dev.propusk.token.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepPaceTest {
    private static final long BEGAN = -5;

    private final SweepPace pace = new SweepPace(BEGAN);

    @Test
    void whatEndsAtOnceIsSpreadOverTime() {
        assertThat(pace.rest(450, BEGAN, BEGAN)).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.rest(450, BEGAN, BEGAN)).isEqualTo(Duration.ofMillis(100));
        long later = BEGAN + Duration.ofMillis(120).toNanos();
        assertThat(pace.rest(450, later, later)).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void aBatchThatTookLongIsFollowedByABreath() {
        long later = BEGAN + Duration.ofMillis(400).toNanos();
        assertThat(pace.rest(9, BEGAN, later)).isEqualTo(Duration.ofMillis(100));
    }
}
