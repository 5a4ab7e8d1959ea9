package dev.propusk.gateway.controller;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How controllers are told.
 *
 * @param timeout how long one call may take in all
 * @param renewal for so long at the most a device is let in at once; while its token lives that is renewed
 */
@ConfigurationProperties("propusk.controller")
record ControllerSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("24h") Duration renewal) {
    /** How long before a controller's own time is out a device is let in anew. */
    Duration lead() {
        Duration usual = Duration.ofMinutes(5);
        Duration half = renewal.dividedBy(2);
        return half.compareTo(usual) < 0 ? half : usual;
    }
}
