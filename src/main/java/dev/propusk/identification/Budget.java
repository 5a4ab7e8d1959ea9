package dev.propusk.identification;

import java.time.Duration;
import java.time.Instant;

/**
 * How many wrong guesses are borne: {@code burst} at once, and then {@code perDay}, evenly. Written {@code 1000+1000}.
 */
record Budget(int burst, int perDay) {
    private static final double DAY = Duration.ofDays(1).toNanos();

    Budget {
        if (burst < 1 || perDay < 1) {
            throw new IllegalArgumentException("A budget of " + burst + "+" + perDay);
        }
    }

    public static Budget valueOf(String text) {
        String[] parts = text.strip().split("\\+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a budget: " + text);
        }
        return new Budget(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }

    /** What is left now of what was left then; below zero where attempts under way overdrew it. */
    double left(double then, Instant at, Instant now) {
        double elapsed = Math.max(0, Duration.between(at, now).toNanos());
        return Math.min(burst, then + elapsed * perDay / DAY);
    }

    /** How long until one more is borne. */
    Duration untilNext(double left) {
        return until(1, left);
    }

    /** How long until nothing is missing. */
    Duration untilFull(double left) {
        return until(burst, left);
    }

    private Duration until(int wanted, double left) {
        return Duration.ofNanos((long) Math.ceil(Math.max(0, wanted - left) * DAY / perDay));
    }

    /** The most wrong guesses in so many days, begun with a full budget. */
    long within(int days) {
        return burst + (long) days * perDay;
    }
}
