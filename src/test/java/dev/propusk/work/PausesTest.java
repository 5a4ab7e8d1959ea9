package dev.propusk.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses pauses = new Pauses(Duration.ofSeconds(10), Duration.ofMinutes(1));

    @Test
    void afterEachTryThatFailedThereIsAPauseOfItsOwnAndAfterTheLastNone() {
        assertThat(pauses.after(1)).contains(Duration.ofSeconds(10));
        assertThat(pauses.after(2)).contains(Duration.ofMinutes(1));
        assertThat(pauses.after(3)).isEmpty();
        assertThat(pauses.after(100)).isEmpty();
    }
}
