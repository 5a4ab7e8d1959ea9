package dev.propusk.identification;

import dev.propusk.contract.Limits;
import dev.propusk.token.LiveToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that may pass.
 *
 * @param end null: until somebody ends it
 * @param limits what it may do at the most (rule 24)
 * @param traffic so many bytes more, never 0; null: any number
 */
public record Identified(
        @Nullable Instant end, Limits limits, @Nullable Long traffic) {
    static Identified by(LiveToken live) {
        return new Identified(
                live.token().expiresAt().orElse(null),
                live.limits(),
                live.octetsLeft().orElse(null));
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }

    public Optional<Long> octetsLeft() {
        return Optional.ofNullable(traffic);
    }
}
