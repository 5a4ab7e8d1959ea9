package dev.propusk.gateway.session;

import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends sessions of which nothing more is heard, at their last report: after three reports that were due and did not come, or
 * after a day where the NAS reports nothing in between. A later report takes the end back.
 */
@Component
class SilentSessions {
    private static final int BATCH = 500;
    private static final int MISSED = 3;
    private static final Duration WITHOUT_REPORTS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration due;
    private final Instant begun;

    SilentSessions(JdbcClient jdbc, RadiusSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.due = settings.interimInterval();
        this.begun = clock.instant();
    }

    /** While nobody listened, nothing could be heard: as long again is waited after a start. */
    @Job(value = "silent-sessions", every = "${propusk.silent-sessions-interval}")
    void endSilent() {
        Instant now = clock.instant();
        if (now.isBefore(begun.plus(due.multipliedBy(MISSED)))) {
            return;
        }
        int ended = BATCH;
        while (ended == BATCH) {
            List<UUID> silent = silent(now);
            ended = silent.isEmpty() ? 0 : end(silent, now);
        }
    }

    private List<UUID> silent(Instant now) {
        return jdbc.sql("""
                        select s.id from device_session s left join nas n on n.id = s.nas_id
                        where s.ended_at is null and s.seen_at < :latest and s.seen_at < date_sub(:now, interval
                            if(n.interim_at is null, :day, :missed * greatest(:due, coalesce(s.heard_every, 0))) second)
                        order by s.seen_at limit :most
                        """)
                .param("latest", InstantConverter.toUtc(now.minus(due.multipliedBy(MISSED))))
                .param("now", InstantConverter.toUtc(now))
                .param("day", WITHOUT_REPORTS.toSeconds())
                .param("missed", MISSED)
                .param("due", due.toSeconds())
                .param("most", BATCH)
                .query(UUID.class)
                .list();
    }

    /** What was heard of meanwhile goes on. */
    private int end(List<UUID> silent, Instant now) {
        return jdbc.sql("""
                        update device_session set ended_at = seen_at, ended_by = 'SILENCE'
                        where id in (:ids) and ended_at is null and seen_at < :latest
                        """)
                .param("ids", silent)
                .param("latest", InstantConverter.toUtc(now.minus(due.multipliedBy(MISSED))))
                .update();
    }
}
