package dev.propusk.base;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few places for each owner, given in the order in which they were asked for: however much one of them wants at once, it
 * has no more of the machine than these.
 *
 * @param <K> who is counted: a contract, a key, a name for what all share
 */
public final class Places<K> {
    private static final int REMEMBERED = 20_000;

    private final BoundedMap<K, Semaphore> owners = new BoundedMap<>(REMEMBERED);
    private final int each;
    private final Duration patience;

    public Places(int each, Duration patience) {
        this.each = each;
        this.patience = patience;
    }

    /** One that was taken; closing gives it back. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a place.
     *
     * @throws TooMuchAtOnceException where none became free in time
     */
    public Place take(K owner) {
        Semaphore places = owners.computeIfAbsent(owner, any -> new Semaphore(each, true));
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return places::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TooMuchAtOnceException();
    }
}
