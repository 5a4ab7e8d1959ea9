package dev.propusk.gateway.disconnect;

import dev.propusk.data.InstantConverter;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets orders that are long done. */
@Component
class DisconnectRetention {
    private static final int BATCH = 1_000;
    private static final Duration DONE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    DisconnectRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Job(value = "disconnect-retention", every = "${propusk.disconnect-retention-interval}")
    void forgetDone() {
        LocalDateTime before = InstantConverter.toUtc(clock.instant().minus(DONE));
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = jdbc.sql("delete from disconnect where done_at < ? limit " + BATCH)
                    .param(before)
                    .update();
        }
    }
}
