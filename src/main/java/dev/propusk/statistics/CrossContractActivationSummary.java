package dev.propusk.statistics;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums up the journal's activations of all contracts, quarter of an hour by quarter of an hour, so that nobody ever counts
 * a million of them. An activation itself costs nothing more.
 */
@Component
class CrossContractActivationSummary {
    /** By then every transaction that began in a quarter has ended, and clocks that differ agree that it is over. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final Duration MOST_AT_ONCE = Duration.ofDays(1);
    /** Beyond what any period shows. */
    private static final Duration KEPT = Duration.ofDays(100);

    private final JdbcClient jdbc;
    private final Clock clock;

    CrossContractActivationSummary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Goes on by a day at most; several nodes may, and one of them does.
     *
     * @return whether there may be more to do
     */
    @Atomic
    boolean advance() {
        LocalDateTime settled = InstantConverter.toUtc(quarter(clock.instant().minus(SETTLED)));
        Optional<LocalDateTime> known = jdbc.sql("select summarised_to from activation_summary where id = 1")
                .query(LocalDateTime.class)
                .optional();
        if (known.isEmpty()) {
            return begin(settled);
        }
        LocalDateTime from = known.get();
        LocalDateTime most = from.plus(MOST_AT_ONCE);
        LocalDateTime to = most.isBefore(settled) ? most : settled;
        if (!from.isBefore(to) || !take(from, to)) {
            return false;
        }
        sumUp(from, to);
        forget();
        return to.isBefore(settled);
    }

    private boolean begin(LocalDateTime settled) {
        LocalDateTime first = jdbc.sql("select min(at) from journal")
                .query(LocalDateTime.class)
                .optional()
                .map(at -> at.truncatedTo(ChronoUnit.DAYS))
                .filter(settled::isAfter)
                .orElse(settled);
        jdbc.sql("insert ignore into activation_summary (id, summarised_to) values (1, ?)")
                .param(first)
                .update();
        return first.isBefore(settled);
    }

    private boolean take(LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("update activation_summary set summarised_to = :to where id = 1 and summarised_to = :from")
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    private void sumUp(LocalDateTime from, LocalDateTime to) {
        jdbc.sql("""
                        insert into activation_count (contract_id, quarter, reuse, timed, activations)
                        select j.contract_id,
                               timestamp(date(j.at), maketime(hour(j.at), minute(j.at) div 15 * 15, 0)) q,
                               t.reuse, t.days is not null timed, count(*)
                        from journal j join token t on t.id = j.subject
                        where j.at >= :from and j.at < :to and j.action = 'token.activated'
                        group by j.contract_id, q, t.reuse, timed
                        """).param("from", from).param("to", to).update();
    }

    private void forget() {
        jdbc.sql("delete from activation_count where quarter < ? limit 10000")
                .param(InstantConverter.toUtc(clock.instant().minus(KEPT)))
                .update();
    }

    private static Instant quarter(Instant at) {
        long seconds = Duration.ofMinutes(15).toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
