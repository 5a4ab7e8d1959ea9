package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.identification.Arrival;
import dev.propusk.token.Token;
import dev.propusk.token.end.OtherNetworks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * A gateway reports a device, and other networks lose it (rule 10). A stolen key must not empty other networks: beyond
 * {@value ForeignAnnulmentAllowance#PER_HOUR} an hour the annulments of one gateway are held back, and the provider's
 * administrators are warned.
 */
@Component
public class ForeignAnnulments {
    private final OtherNetworks otherNetworks;
    private final ForeignAnnulmentAllowance allowance;
    private final Clock clock;

    ForeignAnnulments(OtherNetworks otherNetworks, ForeignAnnulmentAllowance allowance, Clock clock) {
        this.otherNetworks = otherNetworks;
        this.allowance = allowance;
        this.clock = clock;
    }

    void allow(GatewayId gateway) {
        allowance.allow(gateway);
    }

    /** It connects now. */
    public void deviceConnected(GatewayCaller gateway, Arrival arrival) {
        deviceConnected(gateway, arrival, clock.instant());
    }

    /**
     * A network that is not open serves nobody, and takes nobody from others (rule 22). What was activated after the device
     * had connected here stays: it went on from here, and that is told late.
     */
    public void deviceConnected(GatewayCaller gateway, Arrival arrival, Instant since) {
        if (arrival.network().isOpen()) {
            otherNetworks.deviceConnected(
                    gateway.contract(),
                    arrival.tokens(),
                    token -> wasThere(token, since) && mayEnd(gateway, token, arrival.device()));
        }
    }

    private static boolean wasThere(Token token, Instant since) {
        return token.activatedAt().filter(at -> !at.isAfter(since)).isPresent();
    }

    private boolean mayEnd(GatewayCaller gateway, Token token, MacAddress device) {
        boolean claimed = allowance.claim(gateway.gateway());
        if (!claimed) {
            allowance.holdBack(gateway, token, device);
        }
        return claimed;
    }
}
