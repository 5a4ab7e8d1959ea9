package dev.propusk.account.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that is open.
 *
 * @param browser which one, on what system
 * @param seenAt when somebody last did something in it, give or take a minute
 * @param isThis whether it is the one that asks
 */
public record Open(UUID id, String address, String browser, Instant beganAt, Instant seenAt, boolean isThis) {}
