package dev.propusk.gateway.web;

import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A few calls at once for each gateway, whether it calls itself or a FreeRADIUS server asks for it, and for each of those. */
@Component
final class GatewayPlaces {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OF_A_GATEWAY = 32;
    /** As many as it asks at once (docker/freeradius). */
    private static final int OF_A_SERVER = 64;

    private final Places<GatewayId> gateways = new Places<>(OF_A_GATEWAY, PATIENCE);
    private final Places<UUID> servers = new Places<>(OF_A_SERVER, PATIENCE);

    /** @throws dev.propusk.base.TooMuchAtOnceException where none became free in time */
    Places.Place take(GatewayId gateway) {
        return gateways.take(gateway);
    }

    /** @throws dev.propusk.base.TooMuchAtOnceException where none became free in time */
    Places.Place takeForServer(UUID server) {
        return servers.take(server);
    }
}
