package dev.propusk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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

    private Optional<Integer> get(String key) {
        return known.get(key, () -> Optional.of(asked.incrementAndGet()));
    }
}
