package dev.propusk.work;

import dev.propusk.base.Places;
import dev.propusk.base.TooMuchAtOnceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that costs much: a sheet, an export, a look over all contracts, the check of a password. Of each owner's only two are
 * under way at once, and the rest waits its turn without holding a connection to the database, so that no key and no login
 * has the machine for itself. What only computes is done on threads of the machine's own: the virtual ones that answer
 * requests are not interrupted, and a few of them would have all the processors.
 */
@Component
public class CostlyWork implements DisposableBean {
    private static final int AT_ONCE = 2;

    private final Places<Object> places = new Places<>(AT_ONCE, Duration.ofSeconds(15));
    private final ExecutorService machine = Executors.newFixedThreadPool(
            Math.max(AT_ONCE, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("costly-", 0).daemon().factory());

    CostlyWork() {}

    /**
     * Does this work when it is its owner's turn.
     *
     * @param owner a contract, a login, or a name for what all share; equal ones are one
     * @throws TooMuchAtOnceException where its turn does not come within 15 seconds; nothing was done
     */
    @SuppressWarnings("try")
    public <T> T of(Object owner, Supplier<T> work) {
        try (Places.Place place = take(owner)) {
            return work.get();
        }
    }

    /** The same for work that throws what no {@link Supplier} may, and closes the place when it is done. */
    public Places.Place take(Object owner) {
        return places.take(owner);
    }

    /**
     * Computes this on a thread of the machine's own.
     *
     * @param work knows nobody: what it needs is handed in
     */
    public <T> T compute(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, machine).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void destroy() {
        machine.shutdownNow();
    }
}
