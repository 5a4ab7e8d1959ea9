package dev.propusk.base;

import java.time.Instant;

/**
 * What the machine itself takes for the time: to compare it with another machine's, and for nothing else. Whoever needs to
 * know what time it is has a {@link java.time.Clock}.
 */
@FunctionalInterface
public interface MachineClock {
    Instant instant();
}
