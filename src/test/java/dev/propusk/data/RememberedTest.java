package dev.propusk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered<String, Integer> known = new Remembered<>(2);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatWasFoundIsNotAskedForAgain() {
        assertThat(get("a")).hasValue(1);
        assertThat(get("a")).hasValue(1);
    }

    @Test
    void whatWasNotFoundIsAskedForAgain() {
        assertThat(known.get("a", Optional::empty)).isEmpty();
        assertThat(get("a")).hasValue(1);
    }

    @Test
    void whatWasChangedIsAskedForAnew() {
        get("a");
        get("b");
        known.forget("a");
        assertThat(get("a")).hasValue(3);
        assertThat(get("b")).hasValue(2);
        known.forget();
        assertThat(get("b")).hasValue(4);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotRememberedAfterIt() {
        assertThat(known.get("a", () -> {
                    known.forget();
                    return Optional.of(0);
                }))
                .hasValue(0);
        assertThat(get("a")).hasValue(1);
    }

    @Test
    void itKeepsNoMoreThanItMay() {
        get("a");
        get("b");
        get("c");
        assertThat(get("a")).hasValue(4);
    }

    @Test
    void oneAsksAnewBeforeTheTimeIsOverWhileAllOthersGoOn() throws Exception {
        get("a");
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        await().atMost(Remembered.FOR).until(() -> {
            // whoever is the one is held until another has asked
            Thread.startVirtualThread(() -> known.get("a", () -> renewed(asking, others)));
            return asking.await(10, TimeUnit.MILLISECONDS);
        });
        assertThat(get("a")).hasValue(1);
        others.countDown();
        await().atMost(Remembered.BY_ALL).until(() -> get("a").equals(Optional.of(7)));
        assertThat(asked).hasValue(1);
    }

    private static Optional<Integer> renewed(CountDownLatch asking, CountDownLatch others) {
        asking.countDown();
        try {
            others.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(7);
    }

    private Optional<Integer> get(String key) {
        return known.get(key, () -> Optional.of(asked.incrementAndGet()));
    }
}
