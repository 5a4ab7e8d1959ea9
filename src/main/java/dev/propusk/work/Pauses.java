package dev.propusk.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long is waited after each try that failed, until it is given up. */
public record Pauses(List<Duration> all) {
    public Pauses(Duration... all) {
        this(List.of(all));
    }

    /**
     * How long to wait before the next try.
     *
     * @param tries how many there were, from 1
     * @return empty: it is given up
     */
    public Optional<Duration> after(int tries) {
        return tries <= all.size() ? Optional.of(all.get(tries - 1)) : Optional.empty();
    }
}
