package dev.propusk.portal;

import java.util.Optional;

/**
 * Whether a device is held captive.
 *
 * @param secondsRemaining until it will be; empty: it is, or nobody knows when
 */
public record CaptiveState(boolean captive, Optional<Long> secondsRemaining) {}
