package dev.propusk.data;

import dev.propusk.base.BoundedMap;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What every question needs and few people change: remembered until {@link #FOR} after it was asked for, so that what another
 * node changed holds here by then. Who changes it on this node has it forgotten. What was not found is not remembered: it may
 * be there the next moment, and whoever asks for nothing fills nothing.
 *
 * @param <K> never a secret: its hash, or an id
 */
public final class Remembered<K, V> {
    public static final Duration FOR = Duration.ofSeconds(3);

    /** From then on one asks anew, so that not all who come at once do when the time is over. */
    static final Duration BY_ALL = Duration.ofSeconds(2);

    private final BoundedMap<K, Known<V>> all;
    private long forgotten;

    public Remembered(int most) {
        all = new BoundedMap<>(most);
    }

    private record Known<V>(V value, long asked, AtomicBoolean renewed) {
        boolean isFresh() {
            return isYoungerThan(FOR);
        }

        /** Whether whoever asks now is the one to ask anew: all others go on with what is known, as long as it is fresh. */
        boolean isForRenewal() {
            return !isYoungerThan(BY_ALL) && renewed.compareAndSet(false, true);
        }

        private boolean isYoungerThan(Duration age) {
            return System.nanoTime() - asked < age.toNanos();
        }
    }

    /**
     * What is remembered, or else what is there now.
     *
     * @param ask for the latter; who comes first may ask for the same at once
     */
    public Optional<V> get(K key, Supplier<Optional<V>> ask) {
        Optional<Known<V>> known = all.get(key).filter(Known::isFresh);
        return known.isPresent() && !known.get().isForRenewal() ? known.map(Known::value) : remember(key, ask);
    }

    private Optional<V> remember(K key, Supplier<Optional<V>> ask) {
        long before = changes();
        long asked = System.nanoTime();
        Optional<V> found = ask.get();
        found.ifPresent(value -> remember(key, new Known<>(value, asked, new AtomicBoolean()), before));
        return found;
    }

    /** What was asked for before a change may be from before it. */
    private synchronized void remember(K key, Known<V> known, long before) {
        if (forgotten == before) {
            all.put(key, known);
        }
    }

    private synchronized long changes() {
        return forgotten;
    }

    /** One was changed: all that is known is asked for anew. */
    public synchronized void forget() {
        forgotten++;
        all.removeIf(any -> true);
    }

    /** This one was changed. */
    public synchronized void forget(K key) {
        forgotten++;
        all.remove(key);
    }
}
