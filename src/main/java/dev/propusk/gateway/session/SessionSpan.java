package dev.propusk.gateway.session;

import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session's time, as far as it was heard of (rule 27).
 *
 * @param startedBy null: written by an older release
 * @param seenAt the time of its last report
 * @param lasted the longest that a report said it had lasted
 * @param every the longest between two reports, up to an hour
 * @param end null: it goes on
 */
record SessionSpan(
        Instant startedAt,
        @Nullable SessionStart startedBy,
        Instant seenAt,
        @Nullable Duration lasted,
        Duration every,
        @Nullable End end) {
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Duration LONGEST_GAP = Duration.ofHours(1);
    /** Reports are under way for a moment when a session ends. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    record End(Instant at, SessionEnd by, @Nullable String cause) {}

    /** As the first report tells it. */
    static SessionSpan of(Moment first) {
        Instant begun = first.begun();
        SessionStart by = first.kind() == Kind.START
                ? SessionStart.SAID
                : begun == null ? SessionStart.HEARD : SessionStart.DERIVED;
        End end = first.kind() == Kind.STOP ? new End(first.at(), SessionEnd.STOP, first.cause()) : null;
        return new SessionSpan(begun == null ? first.at() : begun, by, first.at(), first.lasted(), Duration.ZERO, end);
    }

    boolean isOpen() {
        return end == null;
    }

    boolean isStopped() {
        return end != null && end.by() == SessionEnd.STOP;
    }

    /** Whether this report is later than all that were heard, by the session's own clock where both tell it. */
    boolean isNews(Moment told) {
        return (lasted != null && told.lasted() != null)
                ? told.lasted().compareTo(lasted) > 0
                : told.at().isAfter(seenAt);
    }

    /** The same session after one more report. */
    SessionSpan after(Moment told) {
        boolean news = isNews(told);
        Instant start = start(told);
        return new SessionSpan(
                start,
                startedBy(told),
                news && told.at().isAfter(seenAt) ? told.at() : seenAt,
                longer(lasted, told.lasted()),
                news ? every(told) : every,
                told.kind() == Kind.STOP ? stopped(told, start) : goingOn(told, news));
    }

    /** What a report says by how long it lasted can only be too late, for reports are; what a Start said stays. */
    private Instant start(Moment told) {
        Instant begun = told.begun();
        boolean says = told.kind() == Kind.START || startedBy != SessionStart.SAID;
        return says && begun != null && begun.isBefore(startedAt) ? begun : startedAt;
    }

    private @Nullable SessionStart startedBy(Moment told) {
        if (told.kind() == Kind.START) {
            return SessionStart.SAID;
        }
        return startedBy == SessionStart.HEARD && told.begun() != null ? SessionStart.DERIVED : startedBy;
    }

    private Duration every(Moment told) {
        Duration gap = Duration.between(seenAt, told.at());
        return gap.compareTo(every) > 0 && gap.compareTo(LONGEST_GAP) <= 0 ? gap : every;
    }

    private End stopped(Moment told, Instant start) {
        Instant at = told.at().isBefore(start) ? start : told.at();
        if (end == null || end.by() != SessionEnd.STOP) {
            return new End(at, SessionEnd.STOP, told.cause());
        }
        // the same Stop again: the earlier it came, the less it was late
        boolean better = isNews(told) == at.isAfter(end.at());
        return better ? new End(at, SessionEnd.STOP, end.cause()) : end;
    }

    private @Nullable End goingOn(Moment told, boolean news) {
        if (end == null) {
            return null;
        }
        return news && provesIt(told, end) ? null : end;
    }

    private boolean provesIt(Moment told, End end) {
        if (end.by() == SessionEnd.STOP) {
            return told.kind() == Kind.INTERIM
                    && lasted != null
                    && told.lasted() != null
                    && told.lasted().compareTo(lasted.plus(UNDER_WAY)) > 0;
        }
        return told.at().isAfter(end.by().isGuess() ? end.at() : end.at().plus(UNDER_WAY));
    }

    /** Nothing tells when it ended: it was last heard of then. */
    SessionSpan endedByGuess(SessionEnd by, @Nullable String cause) {
        return new SessionSpan(startedAt, startedBy, seenAt, lasted, every, new End(seenAt, by, cause));
    }

    /** The time of which something was heard. */
    Instant heardUntil() {
        return isStopped() && end != null ? end.at() : seenAt;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
