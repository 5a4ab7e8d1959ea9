package dev.propusk.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way, or arrived.
 *
 * @param attempts how often it was tried
 * @param next when it is tried again; null: no more
 * @param status what the other side answered last; null: nothing
 * @param reason why there was no answer; null: there was one
 */
public record Delivery(
        UUID id,
        String type,
        Instant createdAt,
        DeliveryState state,
        int attempts,
        @Nullable Instant next,
        @Nullable Integer status,
        @Nullable DeliveryFailure reason) {
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(next);
    }
}
