package dev.propusk.gateway.session;

import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which session a report tells of. Equipment uses an id again, also at once and for the same device, and reports come late,
 * twice and in any order: it is the session that began when the report says that its session began.
 */
final class SessionMatch {
    /** For so long after its end a report that does not tell when its session began is late. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Moment told;

    private SessionMatch(Moment told) {
        this.told = told;
    }

    /**
     * Empty: it tells of a new one.
     *
     * @param known all of the same NAS, id and device
     */
    static Optional<HeardSession> find(Moment told, List<HeardSession> known) {
        SessionMatch match = new SessionMatch(told);
        Instant begun = told.begun();
        if (begun == null) {
            return match.byChance(known);
        }
        Predicate<SessionSpan> its =
                told.kind() == Kind.START ? match::isStartOf : span -> match.beganWith(span, begun);
        return match.nearest(known, begun, its)
                .or(() -> match.nearest(known, begun, span -> match.overlaps(span, begun)));
    }

    private Optional<HeardSession> nearest(List<HeardSession> known, Instant begun, Predicate<SessionSpan> its) {
        return known.stream()
                .filter(session -> its.test(session.span()))
                .min(Comparator.comparing(session -> apart(session.span().startedAt(), begun)));
    }

    /** A Start that comes again, or that comes after what it began. */
    private boolean isStartOf(SessionSpan span) {
        boolean said = span.startedBy() == SessionStart.SAID;
        Duration tolerance = said ? told.lateness() : SessionSpan.TOLERANCE;
        if (apart(span.startedAt(), told.at()).compareTo(tolerance) > 0) {
            return false;
        }
        SessionSpan.End end = span.end();
        if (end == null) {
            return true;
        }
        return said
                ? told.at().isBefore(end.at())
                        || !told.at().isAfter(span.startedAt().plus(A_MOMENT))
                : told.at().isBefore(end.at().plus(told.exact() ? A_MOMENT : SessionSpan.TOLERANCE));
    }

    private boolean beganWith(SessionSpan span, Instant begun) {
        SessionSpan.End end = span.end();
        boolean before = span.startedBy() == SessionStart.SAID
                && told.at().isBefore(span.startedAt().minus(A_MOMENT));
        return !before
                && apart(span.startedAt(), begun).compareTo(told.tolerance()) <= 0
                && (end == null
                        || end.by() != SessionEnd.STOP
                        || begun.isBefore(end.at())
                        || (told.lasted() != null && told.lasted().equals(span.lasted())));
    }

    /** Two of one id can't go on at the same time. */
    private boolean overlaps(SessionSpan span, Instant begun) {
        Duration tolerance = told.kind() == Kind.START ? Duration.ZERO : told.tolerance();
        return begun.isBefore(span.heardUntil().minus(tolerance))
                && told.at().isAfter(span.startedAt().plus(tolerance));
    }

    /** Nothing says when its session began: it is the one that goes on, or else the last. */
    private Optional<HeardSession> byChance(List<HeardSession> known) {
        Instant latest = told.at().plus(SessionSpan.TOLERANCE);
        List<HeardSession> begun = known.stream()
                .filter(session -> session.span().startedAt().isBefore(latest))
                .sorted(Comparator.comparing(
                                (HeardSession session) -> session.span().startedAt())
                        .reversed())
                .toList();
        Stream<HeardSession> open =
                begun.stream().filter(session -> session.span().isOpen());
        return Stream.concat(open, begun.stream().limit(1).filter(session -> endedLately(session.span())))
                .findFirst();
    }

    private boolean endedLately(SessionSpan span) {
        SessionSpan.End end = span.end();
        return end != null
                && (end.by() != SessionEnd.STOP || told.at().isBefore(end.at().plus(LATE)));
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
