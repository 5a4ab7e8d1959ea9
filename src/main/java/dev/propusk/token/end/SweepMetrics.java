package dev.propusk.token.end;

import dev.propusk.data.InstantConverter;
import dev.propusk.work.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the sweep is behind: the age of the oldest end that is not written down yet, {@code propusk.sweep.lag}. */
@Component
class SweepMetrics {
    private final JdbcClient jdbc;
    private final Clock clock;

    SweepMetrics(JdbcClient jdbc, Clock clock, Figures figures) {
        this.jdbc = jdbc;
        this.clock = clock;
        figures.number("propusk.sweep.lag", "seconds", "Age of the oldest end that is not written down yet", this::lag);
    }

    private double lag() {
        Instant now = clock.instant();
        return jdbc.sql("select min(expires_at) from token where state = 'ACTIVE' and expires_at <= ?")
                .param(InstantConverter.toUtc(now))
                .query(LocalDateTime.class)
                .optional()
                .map(oldest -> Duration.between(InstantConverter.toInstant(oldest), now)
                                .toMillis()
                        / 1e3)
                .orElse(0.0);
    }
}
