package dev.propusk.bench.step;

/**
 * What the references take on the machine whose figures stand in the README: two cores, otherwise idle. A machine on which
 * they take longer is slower, and is judged in proportion ({@link dev.propusk.bench.measure.Goal.Within}).
 */
final class Yardstick {
    /** A whole lookup in milliseconds, 95th percentile. */
    static final double LOOKUP = 5;

    /** A page of the list in milliseconds. */
    static final double PAGE = 1;

    /** A page by OFFSET, 10,000 rows deep, in milliseconds. */
    static final double JUMP = 2;

    /** The counts on the tabs in milliseconds. */
    static final double COUNTS = 3;

    /** 200 rows inserted in a batch, in milliseconds. */
    static final double GENERATION = 5;

    /** A document of as many words as the sheet of 200 tokens, in milliseconds. */
    static final double SHEET = 30;

    /** A million tokens ended, in seconds. */
    static final double SWEEP = 50;

    /** A bare server up, in seconds. */
    static final double START = 1.5;

    /** 32 events taken, in milliseconds. */
    static final double EVENTS = 1;

    /** The first page of a table of customers, in milliseconds. */
    static final double CUSTOMERS = 1;

    private Yardstick() {}
}
