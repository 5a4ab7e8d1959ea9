package dev.propusk.data;

import dev.propusk.base.MachineClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far this machine's clock is from the database's. Tokens end by the first, and all nodes share the second: where they
 * part, one of them is wrong, and what would be ended for good may not be over.
 */
@Component
public class ClockOffset {
    /** More than this is told. */
    public static final Duration NOTABLE = Duration.ofSeconds(5);

    /** More than this, and nothing may be ended by our clock. */
    public static final Duration TOO_FAR = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(ClockOffset.class);
    private static final int TRIPS = 3;

    private final JdbcTemplate jdbc;
    private final MachineClock clock;
    private volatile @Nullable Measured last;

    ClockOffset(JdbcTemplate jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As last measured, positive where we are ahead; empty: not yet. */
    public Optional<Duration> last() {
        return Optional.ofNullable(last).map(Measured::offset);
    }

    /**
     * Whether nothing may be ended by our clock. Measured anew where it was not yet, or where our clock has jumped since:
     * so the database must be there.
     */
    public boolean isTooFarOff() {
        Measured known = last;
        Duration offset = known == null || hasJumpedSince(known) ? measure() : known.offset();
        return offset.abs().compareTo(TOO_FAR) > 0;
    }

    /** Asks the database, and says once when it is more than {@link #NOTABLE}. Positive where we are ahead. */
    public Duration measure() {
        ConnectionCallback<Duration> question = connection -> measure(connection, clock);
        Duration offset = Objects.requireNonNull(jdbc.execute(question));
        Measured before = last;
        last = new Measured(offset, clock.instant(), System.nanoTime());
        tell(before != null && isNotable(before.offset()), offset);
        return offset;
    }

    /**
     * Measures over a connection: at the middle of the shortest of a few round trips, so that neither the way nor a wait
     * counts.
     *
     * @return positive where we are ahead
     */
    public static Duration measure(Connection connection, MachineClock clock) throws SQLException {
        Duration offset = Duration.ZERO;
        long shortest = Long.MAX_VALUE;
        try (Statement statement = connection.createStatement()) {
            for (int trip = 0; trip < TRIPS; trip++) {
                Instant ours = clock.instant();
                long began = System.nanoTime();
                Instant theirs = ask(statement);
                long took = System.nanoTime() - began;
                if (took < shortest) {
                    shortest = took;
                    offset = Duration.between(theirs, ours.plusNanos(took / 2));
                }
            }
        }
        return offset;
    }

    private static Instant ask(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select utc_timestamp(6)")) {
            row.next();
            return InstantConverter.toInstant(Objects.requireNonNull(row.getObject(1, LocalDateTime.class)));
        }
    }

    private boolean hasJumpedSince(Measured known) {
        Instant expected = known.at().plusNanos(System.nanoTime() - known.nanos());
        return isNotable(Duration.between(expected, clock.instant()));
    }

    private static void tell(boolean wasNotable, Duration offset) {
        if (isNotable(offset) && !wasNotable) {
            log.atWarn()
                    .addKeyValue("event", "clock.off")
                    .addKeyValue("offsetSeconds", offset.toSeconds())
                    .log(
                            "This machine's clock differs from the database's by {} s: check NTP on both",
                            offset.toSeconds());
        } else if (wasNotable && !isNotable(offset)) {
            log.atInfo().addKeyValue("event", "clock.right").log("This machine's clock and the database's agree again");
        }
    }

    private static boolean isNotable(Duration offset) {
        return offset.abs().compareTo(NOTABLE) > 0;
    }

    /**
     * @param at by our clock
     * @param nanos the same moment by one that never jumps
     */
    private record Measured(Duration offset, Instant at, long nanos) {}
}
