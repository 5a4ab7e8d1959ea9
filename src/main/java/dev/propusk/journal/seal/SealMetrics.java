package dev.propusk.journal.seal;

import dev.propusk.data.InstantConverter;
import dev.propusk.work.Figures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How old the journal's newest seal is, {@code propusk.seal.age}; and since there is none of what does not happen, for how
 * long the newest entry has had none, {@code propusk.seal.lag}. And what came to be sealed and nobody wrote,
 * {@code propusk.journal.foreign}.
 */
@Component
class SealMetrics {
    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Counter foreign;

    SealMetrics(Seals seals, JdbcClient jdbc, Clock clock, Figures figures, MeterRegistry meters) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
        figures.age("propusk.seal.age", "Age of the journal's newest seal", this::newestSeal);
        figures.number(
                "propusk.seal.lag",
                "seconds",
                "Age of the newest seal while an entry waits for the next; 0: none",
                this::lag);
        foreign = Counter.builder("propusk.journal.foreign")
                .description("Entries that came to be sealed and are not the application's")
                .register(meters);
    }

    @TransactionalEventListener
    void sealed(ForeignEntries event) {
        foreign.increment(event.entries().size());
    }

    private Optional<Instant> newestSeal() {
        return seals.newest().map(Seal::sealedAt);
    }

    private double lag() {
        Instant sealed = newestSeal().orElse(Instant.EPOCH);
        Instant entry = jdbc.sql("select at from journal order by id desc limit 1")
                .query(LocalDateTime.class)
                .optional()
                .map(InstantConverter::toInstant)
                .orElse(sealed);
        return entry.isAfter(sealed) ? Duration.between(sealed, clock.instant()).toMillis() / 1e3 : 0;
    }
}
