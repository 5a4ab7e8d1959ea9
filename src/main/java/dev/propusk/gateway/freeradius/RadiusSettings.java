package dev.propusk.gateway.freeradius;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gateways are asked and told by RADIUS.
 *
 * @param interimInterval how often a gateway reports a session that goes on
 * @param disconnectWaits how long to wait for an answer after each sending of a Disconnect-Request
 * @param address what equipment is to call FreeRADIUS: a name or an IP address; empty: the panel does not say
 */
@ConfigurationProperties("propusk.radius")
public record RadiusSettings(
        @DefaultValue("5m") Duration interimInterval,
        @DefaultValue({"1s", "2s", "3s"}) List<Duration> disconnectWaits,
        @Nullable String address) {
    private static final String PLACE = "[A-Za-z0-9._:-]{1,253}";

    /** @throws IllegalArgumentException where the address can be none */
    public RadiusSettings {
        address = address == null || address.isBlank() ? null : address.strip();
        if (address != null && !address.matches(PLACE)) {
            throw new IllegalArgumentException(
                    "A name or an address without a port is wanted, such as radius.example.net, not " + address);
        }
    }
}
