package dev.propusk.token.end;

import java.time.Duration;

/**
 * Leaves time to the guests who come while many tokens end: a breath after each batch, and in the long run no more tokens
 * a second than two cores were seen to end without the slowest guests waiting twice as long.
 *
 * <p>Times are those of {@link System#nanoTime}.
 */
final class SweepPace {
    private static final int PER_SECOND = 9_000;
    /** Of the time that the batch before it took: what is left to guests where the machine is slower than that. */
    private static final double BREATH = 0.25;

    private long due;

    SweepPace(long now) {
        due = now;
    }

    /** How long to wait until the next batch may begin; nothing where that moment has passed. */
    Duration rest(int annulled, long began, long now) {
        long breath = (long) (BREATH * (now - began));
        due += annulled * Duration.ofSeconds(1).toNanos() / PER_SECOND;
        return Duration.ofNanos(Math.max(breath, due - now));
    }
}
