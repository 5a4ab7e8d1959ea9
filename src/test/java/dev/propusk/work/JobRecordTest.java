package dev.propusk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobRecordTest {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock();
    private final JobRecord job = new JobRecord("sweep", EVERY, clock);

    @Test
    void aJobThatHasNotRunHasNeitherWorkedNorFailed() {
        assertThat(job.report()).isEqualTo(new JobReport("sweep", EVERY, 0, 0, null, null, null, null, null));
        assertThat(job.report().isFailing()).isFalse();
        assertThat(job.running()).isZero();
        assertThat(job.sinceWorked()).isPositive().isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aRunThatGoesOnIsSeenUntilItEnds() {
        Instant began = clock.instant();
        job.begins();
        assertThat(job.report().began()).isEqualTo(began);
        assertThat(job.running()).isPositive().isLessThan(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(3));
        assertThat(job.worked()).isFalse();
        assertThat(job.running()).isZero();
        assertThat(job.report().began()).isNull();
        assertThat(job.report().worked()).isEqualTo(began.plusSeconds(3));
        assertThat(job.report().took()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(job.report().runs()).isEqualTo(1);
        assertThat(job.report().failures()).isZero();
    }

    @Test
    void aRunThatFailedSaysWhetherItIsTheFirstOfARowAndOneThatWorksWhetherItIsTheLast() {
        job.begins();
        assertThat(job.failed("Hung")).isFalse();
        assertThat(job.report().began()).isNull();
        assertThat(job.report().failed()).isEqualTo(clock.instant());
        assertThat(job.failed("Interrupted")).isTrue();
        assertThat(job.report().failure()).isEqualTo("Interrupted");
        assertThat(job.report().runs()).isEqualTo(2);
        assertThat(job.report().failures()).isEqualTo(2);
        clock.advance(EVERY);
        assertThat(job.worked()).isTrue();
        assertThat(job.report().isFailing()).isFalse();
        assertThat(job.worked()).isFalse();
        clock.advance(EVERY);
        assertThat(job.failed("Hung")).isFalse();
        assertThat(job.report().isFailing()).isTrue();
    }
}
