package dev.propusk.gateway.session;

import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells of time.
 *
 * @param at when it happened, by our clock
 * @param exact whether the report would say so if it were late
 * @param lasted for how long the session had been going on; null: it is not known
 */
record Moment(
        Kind kind,
        Instant at,
        boolean exact,
        @Nullable Duration lasted,
        @Nullable String cause) {
    private static final Duration EXACT = Duration.ofSeconds(5);

    /** When the session began; null: it is not known. */
    @Nullable
    Instant begun() {
        if (kind == Kind.START) {
            return at;
        }
        return lasted == null ? null : at.minus(lasted);
    }

    /** By so much the time itself may be wrong. */
    Duration lateness() {
        return exact ? EXACT : SessionSpan.TOLERANCE;
    }

    /** By so much the beginning may be wrong: clocks of equipment run on for weeks. */
    Duration tolerance() {
        return lasted == null ? SessionSpan.TOLERANCE : SessionSpan.TOLERANCE.plus(lasted.dividedBy(500));
    }
}
