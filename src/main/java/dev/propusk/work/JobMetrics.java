package dev.propusk.work;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Tells of each job from the first moment on, whether it has run yet or not. */
final class JobMetrics {
    private JobMetrics() {}

    static void register(MeterRegistry registry, JobLoop loop) {
        gauge(
                registry,
                loop,
                "since.worked",
                "Since a run last ended well, or since the start",
                JobRecord::sinceWorked);
        Gauge.builder("propusk.job.last.success", loop.record(), JobMetrics::lastSuccess)
                .description("When a run last ended well, in Unix time; NaN: none has since the start")
                .baseUnit("seconds")
                .tags(tags(loop))
                .register(registry);
        gauge(registry, loop, "running", "How long the run that goes on takes; 0: it rests", JobRecord::running);
        gauge(
                registry,
                loop,
                "every",
                "How long it rests between two runs",
                record -> record.report().every());
        FunctionCounter.builder(
                        "propusk.job.failures",
                        loop.record(),
                        record -> record.report().failures())
                .description("Runs that failed or hung")
                .tags(tags(loop))
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry, JobLoop loop, String what, String meaning, Function<JobRecord, Duration> value) {
        Gauge.builder(
                        "propusk.job." + what,
                        loop.record(),
                        record -> value.apply(record).toNanos() / 1e9)
                .description(meaning)
                .baseUnit("seconds")
                .tags(tags(loop))
                .register(registry);
    }

    private static double lastSuccess(JobRecord record) {
        Instant worked = record.report().worked();
        return worked == null ? Double.NaN : worked.toEpochMilli() / 1e3;
    }

    private static Tags tags(JobLoop loop) {
        return Tags.of("name", loop.name());
    }
}
