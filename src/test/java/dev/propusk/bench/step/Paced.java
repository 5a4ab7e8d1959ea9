package dev.propusk.bench.step;

import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.seed.Seed.Unused;
import dev.propusk.token.activate.Activation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Activations at a steady pace, as the guests of a thousand networks make them on a busy evening, and how long each took. */
final class Paced {
    private static final int THREADS = 4;
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration EACH = Duration.ofMillis(20);

    private final Queue<Unused> unused;
    private final Activation activation;
    private final Queue<Double> took = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    Paced(List<Unused> unused, Activation activation) {
        this.unused = new ConcurrentLinkedQueue<>(unused);
        this.activation = activation;
    }

    void run(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> activate(until)));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Runs beside something else for as long as that takes. */
    <T> T during(Callable<T> other) throws Exception {
        Thread load = Thread.ofPlatform().start(() -> run(MOST));
        try {
            return other.call();
        } finally {
            stopped = true;
            load.join();
        }
    }

    /** At least one, however soon the other is done. */
    private void activate(long until) {
        long next = System.nanoTime();
        for (Unused token = unused.poll(); token != null && next < until; token = stopped ? null : unused.poll()) {
            LockSupport.parkNanos(next - System.nanoTime());
            // from when it was due, so that one that waits for the one before counts its waiting
            activation.activate(token.contract(), token.code(), Load.device());
            took.add((System.nanoTime() - next) / 1e6);
            next += EACH.toNanos();
        }
    }

    double percentile(double share) {
        return Compared.percentile(
                took.stream().mapToDouble(Double::doubleValue).toArray(), share);
    }
}
