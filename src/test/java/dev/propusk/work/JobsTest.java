package dev.propusk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.propusk.data.DatabaseNews;
import dev.propusk.data.TestNews;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final DatabaseNews news = TestNews.create();
    private final Work work = new Work();

    @BeforeEach
    void prepare() {
        application.registerBean(MeterRegistry.class, () -> meters);
        application.registerBean(Clock.class, Clock::systemUTC);
        application.registerBean(DatabaseNews.class, () -> news);
        application.registerBean(Jobs.class);
        application.registerBean(Work.class, () -> work);
    }

    @AfterEach
    void stop() {
        work.released.countDown();
        application.close();
    }

    @Test
    void jobsThatHangKeepNoOtherWaitingNorTheirOwnLaterRuns() {
        application.refresh();
        await().atMost(SOON).until(() -> work.quick.get() > 20);
        await().atMost(SOON).until(() -> work.sleeping.get() > 2);
        await().atMost(SOON).until(() -> work.deaf.get() > 1);
        assertThat(report("sleeps").isFailing()).isTrue();
        assertThat(report("deaf").failure()).isEqualTo("Hung");
        assertThat(report("quick").failures()).isZero();
    }

    @Test
    void aRunThatCantEvenBeInterruptedIsRepeatedOnlyAFewTimes() {
        application.refresh();
        await().atMost(SOON).until(() -> work.deaf.get() == 4);
        int quick = work.quick.get();
        await().atMost(SOON).until(() -> work.quick.get() > quick + 200);
        assertThat(work.deaf).hasValue(4);
        work.released.countDown();
        await().atMost(SOON).until(() -> work.deaf.get() > 5);
    }

    @Test
    void aJobThatFailsSaysSoComesAgainAndSaysWhenItWorked() {
        application.refresh();
        await().atMost(SOON).until(() -> work.failing.get() > 3);
        JobReport failing = report("fails");
        assertThat(failing.isFailing()).isTrue();
        assertThat(failing.failure()).isEqualTo("IllegalStateException");
        assertThat(failing.failed()).isNotNull();
        assertThat(failing.worked()).isNull();
        work.isWell = true;
        await().atMost(SOON).until(() -> !report("fails").isFailing());
        assertThat(report("fails").worked()).isAfter(failing.failed());
        assertThat(report("fails").failures()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void eachJobIsMeasuredBeforeItHasRun() {
        application.refresh();
        for (String name : new String[] {"fails", "quick", "sleeps", "deaf", "rare"}) {
            assertThat(meters.get("propusk.job.since.worked")
                            .tag("name", name)
                            .gauge()
                            .value())
                    .isNotNegative();
            assertThat(meters.get("propusk.job.last.success").tag("name", name).gauge())
                    .isNotNull();
            assertThat(meters.get("propusk.job.running")
                            .tag("name", name)
                            .gauge()
                            .value())
                    .isNotNegative();
            assertThat(meters.get("propusk.job.failures")
                            .tag("name", name)
                            .functionCounter()
                            .count())
                    .isNotNegative();
        }
        assertThat(meters.get("propusk.job.every").tag("name", "rare").gauge().value())
                .isEqualTo(36_000);
        assertThat(report("rare").runs()).isZero();
    }

    @Test
    void nothingRunsOnceItIsStopped() {
        application.refresh();
        await().atMost(SOON).until(() -> work.quick.get() > 0);
        work.released.countDown();
        application.getBean(Jobs.class).stop();
        int quick = work.quick.get();
        await().during(Duration.ofMillis(50)).atMost(SOON).until(() -> work.quick.get() == quick);
    }

    @Test
    void twoJobsOfOneNameAreRefused() {
        application.registerBean("other", Work.class, Work::new);
        assertThatThrownBy(application::refresh).hasMessageContaining("Two jobs");
    }

    private JobReport report(String name) {
        return application.getBean(Jobs.class).all().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static class Work {
        final CountDownLatch released = new CountDownLatch(1);
        final AtomicInteger quick = new AtomicInteger();
        final AtomicInteger sleeping = new AtomicInteger();
        final AtomicInteger deaf = new AtomicInteger();
        final AtomicInteger failing = new AtomicInteger();
        volatile boolean isWell;

        @Job(value = "quick", every = "1ms")
        void quick() {
            quick.incrementAndGet();
        }

        @Job(value = "sleeps", every = "1ms", longest = "50ms")
        void sleep() throws InterruptedException {
            sleeping.incrementAndGet();
            released.await();
        }

        @Job(value = "deaf", every = "1ms", longest = "50ms")
        void hearNothing() {
            deaf.incrementAndGet();
            boolean isReleased = false;
            while (!isReleased) {
                try {
                    released.await();
                    isReleased = true;
                } catch (InterruptedException e) {
                    // that is what it is for
                }
            }
        }

        @Job(value = "fails", every = "1ms")
        void fail() {
            failing.incrementAndGet();
            if (!isWell) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Job(value = "rare", every = "10h", first = "10h")
        void beRare() {
            throw new AssertionError("too early");
        }
    }
}
