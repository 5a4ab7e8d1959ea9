package dev.propusk.bench.step;

/**
 * What the references take on two cores that do little else, for which the goals were set. A machine on which they take
 * longer is slower, and is judged in proportion ({@link dev.propusk.bench.measure.Goal.Within}). Too large a yardstick is
 * too strict with slower machines, too small a one too kind.
 *
 * <p>Where nothing else is said, a value stands between the least and the lowest tenth of some hundred single runs on two
 * cores that were busy with other things, which is about what such cores do when they are not.
 */
final class Yardstick {
    /** A whole lookup in milliseconds, 95th percentile. */
    static final double LOOKUP = 2;

    /** A page of the list in milliseconds: 0.4 to 0.9 were seen, the first and deeper ones. */
    static final double PAGE = 0.6;

    /** A page by OFFSET, 10,000 rows deep, in milliseconds: less than the least, for ours took 2.3 when nothing else ran. */
    static final double JUMP = 2.5;

    /** The counts on the tabs in milliseconds: the same statements as ours, which took 3.1 when nothing else ran. */
    static final double COUNTS = 3;

    /** 200 rows inserted in a batch, in milliseconds, by a whole run when nothing else ran. */
    static final double GENERATION = 4.8;

    /** A document of as many words as the sheet of 200 tokens, in milliseconds. */
    static final double SHEET = 12;

    /** A million tokens ended, in seconds: 18,000 a second, as fast as was seen without a pace when nothing else ran. */
    static final double SWEEP = 55;

    /** A bare server up, in seconds: it takes seven of processor time, on two cores. */
    static final double START = 3.5;

    /** 32 events taken, in milliseconds. */
    static final double EVENTS = 1.1;

    /** The first page of a table of customers and its count, in milliseconds. */
    static final double CUSTOMERS = 2;

    private Yardstick() {}
}
