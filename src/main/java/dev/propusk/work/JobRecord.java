package dev.propusk.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down of a job's runs. */
final class JobRecord {
    private final String name;
    private final Duration every;
    private final Clock clock;
    private long runs;
    private long failures;
    private @Nullable Instant began;
    private long beganNanos;
    private @Nullable Instant worked;
    private long workedNanos = System.nanoTime();
    private @Nullable Duration took;
    private @Nullable Instant failed;
    private @Nullable String failure;

    JobRecord(String name, Duration every, Clock clock) {
        this.name = name;
        this.every = every;
        this.clock = clock;
    }

    synchronized void begins() {
        began = clock.instant();
        beganNanos = System.nanoTime();
    }

    /** Notes a run that went well; whether the one before had failed. */
    synchronized boolean worked() {
        boolean before = report().isFailing();
        runs++;
        worked = clock.instant();
        workedNanos = System.nanoTime();
        took = Duration.ofNanos(workedNanos - beganNanos);
        began = null;
        return before;
    }

    /** Notes a run that failed; whether the one before had failed, too. */
    synchronized boolean failed(String why) {
        boolean before = report().isFailing();
        runs++;
        failures++;
        failed = clock.instant();
        failure = why;
        began = null;
        return before;
    }

    synchronized JobReport report() {
        return new JobReport(name, every, runs, failures, began, worked, took, failed, failure);
    }

    synchronized Duration running() {
        return began == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    /** Since the start, where it has not yet worked. */
    synchronized Duration sinceWorked() {
        return Duration.ofNanos(System.nanoTime() - workedNanos);
    }
}
