package dev.propusk.bench;

import dev.propusk.base.MacAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How load is made. */
final class Bench {
    /** Those of the seeds are before it. */
    static final MacAddress FIRST_DEVICE = new MacAddress(0x0600_0000_0000L);

    private static final AtomicLong DEVICES = new AtomicLong(FIRST_DEVICE.bits());

    private Bench() {}

    /** Opens a connection of the reference's own, set up as the application's are. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    /** What one thread does with one item. */
    interface Work<T> {
        void on(T item) throws Exception;
    }

    static MacAddress device() {
        return new MacAddress(DEVICES.incrementAndGet());
    }

    /** Works all items off with so many threads, and tells how many a second that was. */
    static <T> double perSecond(int threads, List<T> items, Work<T> work) throws Exception {
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

    /** The mean of one call in milliseconds, over all items one after the other. */
    static <T> double millisEach(List<T> items, Work<T> work) throws Exception {
        long began = System.nanoTime();
        for (T item : items) {
            work.on(item);
        }
        return (System.nanoTime() - began) / 1e6 / items.size();
    }

    /** How long each took, in milliseconds. */
    static <T> double[] millisOfEach(List<T> items, Work<T> work) throws Exception {
        double[] took = new double[items.size()];
        for (int i = 0; i < took.length; i++) {
            long began = System.nanoTime();
            work.on(items.get(i));
            took[i] = (System.nanoTime() - began) / 1e6;
        }
        return took;
    }
}
