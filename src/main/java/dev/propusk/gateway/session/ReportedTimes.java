package dev.propusk.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of its time.
 *
 * @param delay for how long the gateway has been trying to send it (Acct-Delay-Time); null: it does not say
 * @param event when it happened by the gateway's clock, which may be wrong by years (Event-Timestamp); null: it does not say
 * @param lasted how long the session has lasted (Acct-Session-Time); null: it does not say, or does not count
 */
public record ReportedTimes(
        @Nullable Duration delay,
        @Nullable Instant event,
        @Nullable Duration lasted) {
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);
    /** What is longer is a clock that was set meanwhile. */
    private static final Duration LONGEST = Duration.ofDays(3 * 365);

    public static final ReportedTimes NONE = new ReportedTimes(null, null, null);

    public ReportedTimes {
        delay = delay != null && delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        lasted = lasted == null || !lasted.isPositive() || lasted.compareTo(LONGEST) > 0 ? null : lasted;
    }

    /** Whether a report that is late says so. */
    boolean tellHowLate() {
        return delay != null || event != null;
    }
}
