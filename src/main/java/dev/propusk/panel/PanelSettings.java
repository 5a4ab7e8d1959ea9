package dev.propusk.panel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session of the panel lasts.
 *
 * @param idle after so long without a touch or a key, in any of a browser's tabs, a person is signed out
 * @param longest after so long they sign in anew, whatever they do
 */
@ConfigurationProperties("propusk.panel")
public record PanelSettings(
        @DefaultValue("60m") Duration idle,
        @DefaultValue("24h") Duration longest) {}
