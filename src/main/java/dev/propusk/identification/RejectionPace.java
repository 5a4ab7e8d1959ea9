package dev.propusk.identification;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets every rejection leave at the same time after it arrived, whatever the cause, so that the time tells nothing
 * (rules 9 and 19). Nobody waits for it: no thread, no connection.
 */
@Component
public class RejectionPace {
    private final long delay;

    RejectionPace(GuessingSettings settings) {
        this.delay = settings.rejectionDelay().toNanos();
    }

    /** To be taken when the request arrives, and handed to {@link #hold}. */
    public long arrival() {
        return System.nanoTime();
    }

    /** What a controller returns for a rejection, and for nothing else: a future's call goes through all filters twice. */
    public <T> CompletableFuture<T> hold(long arrival, T rejection) {
        long left = delay - (System.nanoTime() - arrival);
        return left <= 0
                ? CompletableFuture.completedFuture(rejection)
                : CompletableFuture.supplyAsync(
                        () -> rejection, CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS));
    }
}
