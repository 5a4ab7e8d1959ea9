package dev.propusk.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a NAS's clock is behind ours: the least that lately passed between an event by its clock and the arrival of the
 * report by ours. What passes beyond that, a report was late. The clock of a new one is taken for wrong, not its report for
 * late.
 *
 * @param since when this while began: an hour, and as many reports as make it likely that one was not late; null: nothing is
 *     known yet
 * @param heard how many reports came in it
 * @param lag the least of this while, in milliseconds
 * @param before the least of the while before: so that a clock that is set is believed again after two; null: unknown
 */
record NasClock(
        @Nullable Instant since,
        int heard,
        long lag,
        @Nullable Long before) {
    static final NasClock UNKNOWN = new NasClock(null, 0, 0, null);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int ENOUGH = 12;
    private static final long LATEST = Duration.ofDays(1).toMillis();
    /** Event-Timestamp has whole seconds, and packets take their time. */
    private static final long AT_ONCE = 2_000;

    /**
     * A report's time by our clock.
     *
     * @param clock what is known after it
     */
    record Reading(Instant at, NasClock clock) {}

    /**
     * Of one report.
     *
     * @param arrival when it came, by our clock
     */
    Reading read(Instant arrival, ReportedTimes told) {
        Instant sent = told.delay() == null ? arrival : arrival.minus(told.delay());
        if (told.event() == null) {
            return new Reading(sent, this);
        }
        long passed = Duration.between(told.event(), arrival).toMillis();
        NasClock next = heard(arrival, passed);
        long late = passed - next.least();
        if (late > LATEST) {
            return new Reading(sent, new NasClock(arrival, 1, passed, null));
        }
        Instant happened = late < AT_ONCE ? arrival : arrival.minusMillis(late);
        return new Reading(happened.isBefore(sent) ? happened : sent, next);
    }

    /** However long nothing was heard, what was known before stays known for one more while of hearing. */
    private NasClock heard(Instant arrival, long passed) {
        if (since == null) {
            return new NasClock(arrival, 1, passed, null);
        }
        return heard < ENOUGH || arrival.isBefore(since.plus(HOUR))
                ? new NasClock(since, Math.min(heard + 1, ENOUGH), Math.min(lag, passed), before)
                : new NasClock(arrival, 1, passed, lag);
    }

    private long least() {
        return before == null ? lag : Math.min(lag, before);
    }
}
