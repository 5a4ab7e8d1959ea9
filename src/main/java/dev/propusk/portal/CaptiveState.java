package dev.propusk.portal;

import java.util.Optional;

/**
 * Whether a device is held captive.
 *
 * @param secondsRemaining until it will be; empty: it is, or nobody knows when
 * @param bytesRemaining after which it will be; empty: it is, or they are not limited
 */
public record CaptiveState(boolean captive, Optional<Long> secondsRemaining, Optional<Long> bytesRemaining) {}
