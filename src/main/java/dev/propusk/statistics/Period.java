package dev.propusk.statistics;

/** How far back statistics look, today included. */
public enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
