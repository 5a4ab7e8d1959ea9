package dev.propusk.gateway.session;

import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Equipment that reports sessions.
 *
 * @param heardAt about when it was last heard of
 * @param interimAt about when it last reported a session that went on; null: it never did
 */
record Nas(
        UUID id, NasClock clock, Instant heardAt, @Nullable Instant interimAt) {
    /** Its row is not written at each report. */
    private static final Duration ABOUT = Duration.ofMinutes(1);

    static Nas heardFirst(UUID id, Instant arrival) {
        return new Nas(id, NasClock.UNKNOWN, arrival, null);
    }

    Nas after(NasClock now, Instant arrival, @Nullable Kind kind) {
        return new Nas(
                id,
                now,
                heardAt.plus(ABOUT).isBefore(arrival) ? arrival : heardAt,
                kind == Kind.INTERIM
                                && (interimAt == null || interimAt.plus(ABOUT).isBefore(arrival))
                        ? arrival
                        : interimAt);
    }
}
