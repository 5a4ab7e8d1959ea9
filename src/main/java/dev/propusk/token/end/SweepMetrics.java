package dev.propusk.token.end;

import dev.propusk.data.InstantConverter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the sweep is behind: the age of the oldest end that is not written down yet, {@code propusk.sweep.lag}. */
@Component
class SweepMetrics {
    private final JdbcClient jdbc;
    private final Clock clock;

    SweepMetrics(JdbcClient jdbc, Clock clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        TimeGauge.builder("propusk.sweep.lag", this, TimeUnit.MILLISECONDS, SweepMetrics::lag)
                .description("Age of the oldest end that is not written down yet")
                .register(registry);
    }

    private double lag() {
        Instant now = clock.instant();
        return jdbc.sql("select min(expires_at) from token where state = 'ACTIVE' and expires_at <= ?")
                .param(InstantConverter.toUtc(now))
                .query(LocalDateTime.class)
                .optional()
                .map(oldest -> Duration.between(InstantConverter.toInstant(oldest), now)
                        .toMillis())
                .orElse(0L);
    }
}
