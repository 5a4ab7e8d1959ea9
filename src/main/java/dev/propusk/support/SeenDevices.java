package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.DeviceSessions;
import java.time.Instant;
import java.util.List;
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
                .map(SeenDevices::seen)
                .toList();
    }

    List<Seen> byDevice(MacAddress device) {
        return sessions.findByDeviceAcrossContracts(device).stream()
                .map(SeenDevices::seen)
                .toList();
    }

    private static Seen seen(DeviceSession session) {
        return new Seen(
                session.contract(),
                session.device(),
                session.ip(),
                session.startedAt(),
                session.end(),
                session.gatewayName());
    }
}
