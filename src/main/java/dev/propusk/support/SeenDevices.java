package dev.propusk.support;

import dev.propusk.base.MacAddress;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What gateways reported of devices, across contracts. */
@Component
class SeenDevices {
    List<Seen> byAddress(String address, Instant from, Instant to) {
        return List.of();
    }

    List<Seen> byDevice(MacAddress device) {
        return List.of();
    }
}
