package dev.propusk.gateway.controller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a controller.
 *
 * @param heardAt when it last did what it was told; null: never
 * @param failure why it last did not, if that is the last that is known of it; null: it did
 * @param failedAt when
 * @param failures how often in a row
 * @param waiting how many devices wait to be let in or put off
 */
public record ControllerState(
        @Nullable Instant heardAt,
        @Nullable ControllerFailure failure,
        @Nullable Instant failedAt,
        int failures,
        int waiting) {}
