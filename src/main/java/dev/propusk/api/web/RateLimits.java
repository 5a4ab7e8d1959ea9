package dev.propusk.api.web;

import dev.propusk.api.ApiSettings;
import dev.propusk.base.BoundedMap;
import dev.propusk.work.Job;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How many calls each key may still make on this node. */
@Component
class RateLimits {
    private static final int REMEMBERED = 100_000;

    private final ApiSettings settings;
    private final BoundedMap<UUID, Bucket> buckets = new BoundedMap<>(REMEMBERED);

    RateLimits(ApiSettings settings) {
        this.settings = settings;
    }

    Allowance take(UUID key) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                settings.burst(),
                wholeSeconds(settings.refill().toNanos()),
                probe.getRemainingTokens(),
                wholeSeconds(probe.getNanosToWaitForReset()),
                wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    /** Keys that have not called for a while have all their calls again: nothing to remember. */
    @Job(value = "rate-limits", every = "${propusk.api.forget-interval}")
    void forget() {
        buckets.removeIf(bucket -> bucket.getAvailableTokens() >= settings.burst());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.burst())
                        .refillGreedy(settings.requestsPerMinute(), Duration.ofMinutes(1)))
                .build();
    }

    private static long wholeSeconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
    }

    /**
     * @param isGranted whether this call may be answered
     * @param remaining calls left at once
     * @param reset seconds until none would have been made
     * @param retry seconds until the next call may be made
     */
    record Allowance(boolean isGranted, long quota, long window, long remaining, long reset, long retry) {
        /** The policy, as draft-ietf-httpapi-ratelimit-headers-10 writes it. */
        String policy() {
            return "\"key\";q=" + quota + ";w=" + window;
        }

        String left() {
            return "\"key\";r=" + remaining + ";t=" + reset;
        }
    }
}
