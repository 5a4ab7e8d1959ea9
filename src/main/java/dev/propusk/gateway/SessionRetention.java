package dev.propusk.gateway;

import dev.propusk.base.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions when the time has passed for which they are evidence (rule 12), and orders that are long done. */
@Component
class SessionRetention {
    private static final int BATCH = 1_000;
    private static final Duration DONE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration retention;

    SessionRetention(JdbcClient jdbc, Clock clock, @Value("${propusk.retention:1095d}") Duration retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "${propusk.session-retention-interval:1h}")
    void forgetOld() {
        delete("delete from device_session where ended_at < ? limit " + BATCH, retention);
        delete("delete from disconnect where done_at < ? limit " + BATCH, DONE);
    }

    private void delete(String sql, Duration age) {
        LocalDateTime before = InstantConverter.toUtc(clock.instant().minus(age));
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = jdbc.sql(sql).param(before).update();
        }
    }
}
