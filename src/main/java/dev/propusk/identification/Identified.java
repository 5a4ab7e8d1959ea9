package dev.propusk.identification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that may pass.
 *
 * @param end null: until somebody ends it
 */
public record Identified(@Nullable Instant end) {
    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }
}
