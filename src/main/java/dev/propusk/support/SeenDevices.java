package dev.propusk.support;

import static java.util.stream.Collectors.groupingBy;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.session.DeviceSessions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What gateways reported of devices, across contracts. */
@Component
class SeenDevices {
    private final DeviceSessions sessions;

    SeenDevices(DeviceSessions sessions) {
        this.sessions = sessions;
    }

    List<Seen> byAddress(String address, Instant from, Instant to) {
        return NetworkAddress.read(address)
                .map(ip -> sessions.findByAddressAcrossContracts(ip, from, to))
                .orElse(List.of())
                .stream()
                .map(Seen::of)
                .toList();
    }

    /** @param before only what began before this moment */
    Map<MacAddress, List<Seen>> byDevice(Collection<MacAddress> devices, @Nullable Instant before) {
        return sessions.findByDevicesAcrossContracts(devices, before).stream()
                .map(Seen::of)
                .collect(groupingBy(Seen::device));
    }
}
