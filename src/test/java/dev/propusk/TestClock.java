package dev.propusk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The time that a test sets: one for all applications of a run, as they share a database whose past none may see ahead of it. */
@Component
@Primary
public class TestClock extends Clock {
    /** In milliseconds of the epoch; where the run begins. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final AtomicLong NOW =
            new AtomicLong(Instant.now().truncatedTo(ChronoUnit.SECONDS).toEpochMilli());

    public void advance(Duration duration) {
        NOW.addAndGet(duration.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(NOW.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
