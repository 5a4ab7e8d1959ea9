package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many wrong codes are still borne, kept in the database for all nodes. Reading costs one look by key; only wrong
 * codes are written down, in a transaction of their own and always in the same order of rows.
 */
@Component
class GuessingBudgets {
    private static final Duration WARNED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final GuessingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final GuessingMetrics metrics;

    GuessingBudgets(
            JdbcClient jdbc,
            GuessingSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            GuessingMetrics metrics) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @throws TooManyGuessesException where one of the budgets that this attempt draws on is empty */
    @Transactional(readOnly = true)
    void require(Attempt attempt) {
        Duration wait = untilNext(attempt);
        if (wait.isPositive()) {
            metrics.refused(attempt.source());
            throw new TooManyGuessesException(wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
        }
    }

    /** The code is unknown here: a guess, which everybody's budgets bear. */
    @Atomic
    void chargeGuess(Attempt attempt) {
        SequencedMap<String, Budget> charged = settings.all(attempt);
        if (waitOfOpenPages().isPositive() && charged.remove(GuessingSettings.OPEN_PAGES) != null) {
            charged.put(GuessingSettings.reserveKey(attempt.contract()), settings.contractReserve());
        }
        charged.forEach(this::charge);
        warn(attempt);
    }

    /** The code is known here, but not for this device: nobody guessed it. */
    @Atomic
    void chargeDevice(Attempt attempt) {
        settings.ofDevice(attempt.contract(), attempt.source(), attempt.device())
                .forEach(this::charge);
    }

    /** What is left of a contract's budget; a full one where nothing was charged. */
    double left(ContractId contract, Source source) {
        return read(Map.of(GuessingSettings.key(contract, source), settings.of(source))).stream()
                .findFirst()
                .map(Level::left)
                .orElse((double) settings.of(source).burst());
    }

    /** How long no code of this device is looked at; zero: one would be now. The same for those that follow. */
    Duration waitOfDevice(ContractId contract, Source source, MacAddress device) {
        return untilNext(settings.ofDevice(contract, source, device));
    }

    Duration waitOfGateway(UUID gateway) {
        return untilNext(Map.of(GuessingSettings.key(gateway), settings.gateway()));
    }

    Duration waitOfContract(ContractId contract, Source source) {
        return untilNext(Map.of(GuessingSettings.key(contract, source), settings.of(source)));
    }

    Duration waitOfOpenPages() {
        return untilNext(Map.of(GuessingSettings.OPEN_PAGES, settings.openPages()));
    }

    private Duration untilNext(Attempt attempt) {
        SequencedMap<String, Budget> own = settings.all(attempt);
        boolean isOpen = own.remove(GuessingSettings.OPEN_PAGES) == null
                || waitOfOpenPages().isZero();
        if (!isOpen) {
            own.put(GuessingSettings.reserveKey(attempt.contract()), settings.contractReserve());
        }
        return untilNext(own);
    }

    private Duration untilNext(Map<String, Budget> budgets) {
        return read(budgets).stream()
                .filter(level -> level.left() < 1)
                .map(level -> level.budget().untilNext(level.left()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private record Level(Budget budget, double left) {}

    /** Those that anything was charged to. */
    private List<Level> read(Map<String, Budget> budgets) {
        Instant now = clock.instant();
        List<Level> levels = new ArrayList<>();
        jdbc.sql("select id, remaining, at from guessing_budget where id in (:keys)")
                .param("keys", budgets.keySet())
                .query(row -> {
                    Budget budget = Objects.requireNonNull(budgets.get(row.getString("id")));
                    Instant at = InstantConverter.instant(row, "at");
                    levels.add(new Level(budget, budget.left(row.getDouble("remaining"), at, now)));
                });
        return levels;
    }

    private void charge(String id, Budget budget) {
        jdbc.sql("""
                        insert into guessing_budget (id, remaining, at) values (:id, :burst - 1, :now)
                        on duplicate key update
                            remaining = least(:burst, remaining
                                + greatest(0, timestampdiff(microsecond, at, :now)) * :perDay / 86400000000.0) - 1,
                            at = greatest(at, :now)
                        """)
                .param("id", id)
                .param("burst", budget.burst())
                .param("perDay", budget.perDay())
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
    }

    /** Once a day at most, a contract's empty budget goes into its journal. */
    private void warn(Attempt attempt) {
        Instant now = clock.instant();
        int empty = jdbc.sql("""
                        update guessing_budget set warned_at = :now
                        where id = :id and remaining < 1 and (warned_at is null or warned_at <= :before)
                        """)
                .param("id", GuessingSettings.key(attempt.contract(), attempt.source()))
                .param("now", InstantConverter.toUtc(now))
                .param("before", InstantConverter.toUtc(now.minus(WARNED)))
                .update();
        if (empty > 0) {
            events.publishEvent(
                    new GuessingSlowed(attempt.contract(), attempt.source(), settings.of(attempt.source())));
        }
    }

    /** What is full again need not be kept. */
    @Job(value = "guessing-budgets", every = "${propusk.guessing.tidy-interval}")
    void tidy() {
        jdbc.sql("delete from guessing_budget where at < ? limit 10000")
                .param(InstantConverter.toUtc(clock.instant().minus(settings.fullAgain())))
                .update();
    }
}
