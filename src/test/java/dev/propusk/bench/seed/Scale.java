package dev.propusk.bench.seed;

import dev.propusk.bench.measure.Turns;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is made and measured. With fewer rows than a million it is a trial of the bench: its ratios say something, its
 * times don't.
 *
 * @param rows activations at the end
 * @param contracts over which they are spread
 * @param each tokens of a contract in one round
 * @param pace how long guests come before and while many tokens end
 * @param settling for what a night has left to write
 * @param calls so many make one measurement of something that takes milliseconds
 * @param panels opened beside each other
 * @param events that wait for customers' systems
 * @param customers contracts of a large provider; with four logins each
 */
public record Scale(
        int rows,
        int contracts,
        int each,
        Turns turns,
        Duration warmUp,
        Duration pace,
        Duration settling,
        int calls,
        int panels,
        int events,
        int customers) {
    private static final int MILLION = 1_000_000;
    private static final Turns FIVE = new Turns(5);

    public static Scale of(int rows) {
        return rows < MILLION ? trial(rows) : whole(rows);
    }

    private static Scale whole(int rows) {
        return new Scale(
                rows,
                1_000,
                6,
                FIVE,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                500,
                100,
                200_000,
                50_000);
    }

    private static Scale trial(int rows) {
        Duration second = Duration.ofSeconds(1);
        return new Scale(
                rows, 100, 6, FIVE, Duration.ofSeconds(10), Duration.ofSeconds(3), second, 500, 10, 200_000, 50_000);
    }

    /** To see within seconds that each step still works. */
    public static Scale smallest() {
        Duration moment = Duration.ofMillis(100);
        return new Scale(2_000, 4, 4, new Turns(1), moment, moment, Duration.ZERO, 2, 1, 400, 20);
    }

    /** The sizes at which it is measured how things grow: the first is spread, the second fills one contract. */
    public List<Integer> sizes() {
        return Stream.of(Math.min(10_000, rows / 10), MILLION, 10 * MILLION, rows)
                .filter(size -> size <= rows)
                .distinct()
                .sorted()
                .toList();
    }
}
