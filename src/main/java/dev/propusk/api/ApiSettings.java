package dev.propusk.api;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of it other programs may ask.
 *
 * @param requestsPerMinute how many calls a key may make in a minute, on each node
 * @param burst how many of them at once
 */
@Validated
@ConfigurationProperties("propusk.api")
public record ApiSettings(
        @DefaultValue("6000") @Min(1) int requestsPerMinute,
        @DefaultValue("1000") @Min(1) int burst) {
    /** How long until a spent burst is whole again. */
    public Duration refill() {
        return Duration.ofMillis(60_000L * burst / requestsPerMinute);
    }
}
