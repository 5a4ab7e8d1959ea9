package dev.propusk.retention;

import dev.propusk.base.MacAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a device or of a contract beyond its retention.
 *
 * @param contractNumber null where it is on a device
 * @param device null where it is on a contract
 * @param liftedAt null: it holds
 */
public record LegalHold(
        UUID id,
        @Nullable String contractNumber,
        @Nullable MacAddress device,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy) {}
