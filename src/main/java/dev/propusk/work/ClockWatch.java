package dev.propusk.work;

import dev.propusk.data.ClockOffset;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Compares this machine's clock with the database's: {@code propusk.clock.offset}, NaN until it is known. */
@Component
class ClockWatch {
    private final ClockOffset offset;

    ClockWatch(ClockOffset offset, MeterRegistry meters) {
        this.offset = offset;
        Gauge.builder("propusk.clock.offset", offset, ClockWatch::seconds)
                .description("How far this machine's clock is ahead of the database's")
                .baseUnit("seconds")
                .register(meters);
    }

    @Job(value = "clock", every = "${propusk.clock-interval}")
    void measure() {
        offset.measure();
    }

    private static double seconds(ClockOffset offset) {
        return offset.last().map(Duration::toNanos).map(nanos -> nanos / 1e9).orElse(Double.NaN);
    }
}
