package dev.propusk.token;

/** A token may run 1..30 days; this many were asked for. */
public class InvalidTermException extends IllegalArgumentException {
    private final int days;

    InvalidTermException(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
