package dev.propusk.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long activations and the journal are kept (rule 12).
 *
 * @param retention counted from a token's end, and from an entry's writing
 * @param purgeUser the database's user that may delete; unset: the application's own
 */
@ConfigurationProperties("propusk")
record RetentionSettings(
        Duration retention,
        @Nullable String purgeUser,
        @DefaultValue("") String purgePassword) {
    private static final Duration SHORTEST = Duration.ofDays(30);

    RetentionSettings {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("propusk.retention can't be shorter than 30 days");
        }
    }
}
