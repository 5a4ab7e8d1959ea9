package dev.propusk.gateway.freeradius;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gateways are asked and told by RADIUS.
 *
 * @param interimInterval how often a gateway reports a session that goes on
 * @param disconnectWaits how long to wait for an answer after each sending of a Disconnect-Request
 */
@ConfigurationProperties("propusk.radius")
public record RadiusSettings(
        @DefaultValue("5m") Duration interimInterval,
        @DefaultValue({"1s", "2s", "3s"}) List<Duration> disconnectWaits) {}
