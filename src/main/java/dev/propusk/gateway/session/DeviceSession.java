package dev.propusk.gateway.session;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device's time on a gateway, as the gateway reported it.
 *
 * @param end null: it goes on
 * @param in bytes from the device
 * @param out bytes to the device
 */
public record DeviceSession(
        UUID id,
        ContractId contract,
        GatewayId gateway,
        String gatewayName,
        MacAddress device,
        @Nullable String ip,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant end,
        long in,
        long out,
        @Nullable String endCause) {
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(end);
    }

    public Optional<String> address() {
        return Optional.ofNullable(ip);
    }
}
