package dev.propusk.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a token identifies a device: {@value #MIN_DAYS}..{@value #MAX_DAYS} days of 24 hours from its activation
 * (rule 5), or without end (rule 8).
 *
 * @param days null: unlimited
 */
public record Term(@Nullable Integer days) {
    public static final int MIN_DAYS = 1;
    public static final int MAX_DAYS = 30;
    public static final Term UNLIMITED = new Term(null);

    public Term {
        if (days != null && (days < MIN_DAYS || days > MAX_DAYS)) {
            throw new InvalidTokenRequestException("days");
        }
    }

    public static Term ofDays(int days) {
        return new Term(days);
    }

    public boolean isUnlimited() {
        return days == null;
    }

    /** When a device activated at this moment loses the network; empty: never by itself. */
    public Optional<Instant> endOf(Instant activatedAt) {
        return Optional.ofNullable(days).map(d -> activatedAt.plus(Duration.ofDays(d)));
    }
}
