package dev.propusk.base;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs the application.
 *
 * @param timeZone where the provider's own people read times, and where most networks are
 */
@ConfigurationProperties("propusk")
public record ProviderSettings(
        @DefaultValue("Europe/Moscow") ZoneId timeZone) {}
