package dev.propusk.bench.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ours and the reference.
 *
 * @param ratio ours to the reference: the median of what each pair of runs gave, so that a machine that slows down or
 *     speeds up between two pairs changes nothing; null, as the reference, where nothing stands beside ours
 */
public record Compared(
        double ours, @Nullable Double reference, @Nullable Double ratio) {
    public static Compared alone(double ours) {
        return new Compared(ours, null, null);
    }

    /** Of two that were measured once each. */
    public static Compared of(double ours, double reference) {
        return new Compared(ours, reference, ours / reference);
    }

    /** Of runs that were made in pairs. */
    public static Compared ofPairs(double[] ours, double[] reference) {
        double[] ratios = IntStream.range(0, ours.length)
                .mapToDouble(pair -> ours[pair] / reference[pair])
                .toArray();
        return new Compared(median(ours), median(reference), median(ratios));
    }

    public static double median(double[] values) {
        return percentile(values, 0.5);
    }

    public static double percentile(double[] values, double share) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured: " + Arrays.toString(values));
        }
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
