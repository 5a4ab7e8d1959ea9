package dev.propusk.bench.measure;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What several rows are made of: done for the first that asks, and where it failed, failed for each. */
public final class Shared<T> {
    private final Callable<T> making;
    private @Nullable T made;
    private @Nullable Exception failure;

    public Shared(Callable<T> making) {
        this.making = making;
    }

    public T get() throws Exception {
        if (failure instanceof TestAbortedException lacking) {
            throw lacking;
        }
        if (failure != null) {
            throw new IllegalStateException("What it is made of failed: " + failure, failure);
        }
        if (made == null) {
            try {
                made = making.call();
            } catch (Exception e) {
                failure = e;
                throw e;
            }
        }
        return made;
    }
}
