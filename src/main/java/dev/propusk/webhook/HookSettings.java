package dev.propusk.webhook;

import dev.propusk.base.NetworkRange;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowPrivate whether events may go to addresses that are not public, and without TLS: for the demo
 * @param refused more networks that no event may go to, such as the provider's own public ones
 * @param timeout how long one delivery may take in all
 */
@ConfigurationProperties("propusk.webhook")
record HookSettings(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue List<NetworkRange> refused,
        @DefaultValue("5s") Duration timeout) {}
