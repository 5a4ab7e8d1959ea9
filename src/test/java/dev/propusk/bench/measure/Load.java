package dev.propusk.bench.measure;

import dev.propusk.base.MacAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** How load is made. */
public final class Load {
    /** Those of the seeds are before it. */
    public static final MacAddress FIRST_DEVICE = new MacAddress(0x0600_0000_0000L);

    private static final AtomicLong DEVICES = new AtomicLong(FIRST_DEVICE.bits());

    private Load() {}

    /** What one thread does with one item. */
    public interface Work<T> {
        void on(T item) throws Exception;
    }

    public static MacAddress device() {
        return new MacAddress(DEVICES.incrementAndGet());
    }

    /** Works all items off with so many threads, and tells how many a second that was. */
    public static <T> double perSecond(int threads, List<T> items, Work<T> work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                work.on(items.get(i));
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long began = System.nanoTime();
            List<Future<Void>> all = pool.invokeAll(Collections.nCopies(threads, worker));
            for (Future<Void> each : all) {
                each.get();
            }
            return items.size() * 1e9 / (System.nanoTime() - began);
        }
    }

    /** How many a second are worked off, as one way of doing so tells. */
    public interface Rate<T> {
        double of(List<T> items) throws Exception;
    }

    /** The same over several bursts, each of which is made ready while nobody counts. */
    public static <T> double perSecondInBursts(int bursts, Callable<List<T>> ready, Rate<T> rate) throws Exception {
        double seconds = 0;
        int all = 0;
        for (int burst = 0; burst < bursts; burst++) {
            List<T> items = ready.call();
            seconds += items.size() / rate.of(items);
            all += items.size();
        }
        return all / seconds;
    }

    /** Does it again and again, until this long has passed. */
    public static void repeat(Duration howLong, Callable<?> work) throws Exception {
        long until = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < until) {
            work.call();
        }
    }

    /** The mean of one call in milliseconds, over all items one after the other. */
    public static <T> double millisEach(List<T> items, Work<T> work) throws Exception {
        long began = System.nanoTime();
        for (T item : items) {
            work.on(item);
        }
        return (System.nanoTime() - began) / 1e6 / items.size();
    }

    /** How long each took, in milliseconds. */
    public static <T> double[] millisOfEach(List<T> items, Work<T> work) throws Exception {
        double[] took = new double[items.size()];
        for (int i = 0; i < took.length; i++) {
            long began = System.nanoTime();
            work.on(items.get(i));
            took[i] = (System.nanoTime() - began) / 1e6;
        }
        return took;
    }

    /** How long each took, in milliseconds, at a steady pace: from when it was due, so that waiting for the one before counts. */
    public static <T> double[] millisAtPace(int threads, List<T> items, double perSecond, Work<T> work)
            throws Exception {
        double[] took = new double[items.size()];
        long began = System.nanoTime();
        perSecond(threads, IntStream.range(0, items.size()).boxed().toList(), i -> {
            long due = began + (long) (i * 1e9 / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            work.on(items.get(i));
            took[i] = (System.nanoTime() - due) / 1e6;
        });
        return took;
    }
}
