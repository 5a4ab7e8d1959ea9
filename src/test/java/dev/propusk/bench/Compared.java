package dev.propusk.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The medians of ours and of the reference, measured by turns, so that what slows the machine slows both. */
record Compared(double ours, double reference) {
    static final int ROUNDS = 5;

    /** Something that is measured; the answer is in whatever unit both share. */
    interface Measure {
        double run() throws Exception;
    }

    static Compared byTurns(Measure ours, Measure reference) throws Exception {
        ours.run();
        reference.run();
        double[] first = new double[ROUNDS];
        double[] second = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            first[round] = ours.run();
            second[round] = reference.run();
        }
        return new Compared(median(first), median(second));
    }

    static double median(Measure measure) throws Exception {
        measure.run();
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rounds[round] = measure.run();
        }
        return median(rounds);
    }

    double ratio() {
        return ours / reference;
    }

    static double median(double[] values) {
        return percentile(values, 0.5);
    }

    static double percentile(double[] values, double share) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured: " + Arrays.toString(values));
        }
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
