package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device's time on a gateway, as the gateway reported it.
 *
 * @param ip the address that it is shown with
 * @param addresses all that it had, single ones and networks
 * @param startedBy how the beginning is known; null: written by an older release
 * @param seenAt when it was last heard of
 * @param every the longest between two reports
 * @param end null: it goes on, as far as is known
 * @param endedBy how the end is known; null: it goes on, or an older release wrote it
 * @param in bytes from the device
 * @param out bytes to the device
 * @param nas which equipment of the gateway reported it: its NAS-Identifier, else its address; null: it did not say
 */
public record DeviceSession(
        UUID id,
        ContractId contract,
        GatewayId gateway,
        String gatewayName,
        MacAddress device,
        @Nullable String ip,
        List<AddressBlock> addresses,
        Instant startedAt,
        @Nullable SessionStart startedBy,
        Instant seenAt,
        Duration every,
        @Nullable Instant end,
        @Nullable SessionEnd endedBy,
        long in,
        long out,
        @Nullable String endCause,
        @Nullable String nas) {
    /** Between two reports by default: so much longer than it was heard of, a session may have gone on. */
    static final Duration USUAL = Duration.ofMinutes(5);

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(end);
    }

    public Optional<String> address() {
        return Optional.ofNullable(ip);
    }

    /** Whether nobody said that it had ended: it was last heard of then. */
    public boolean isEndAGuess() {
        return endedBy != null && endedBy.isGuess();
    }

    /** Until when it may have gone on; empty: it does. */
    public Optional<Instant> lastPossibleEnd() {
        return endedAt()
                .map(at -> endedBy != null && endedBy.mayBeLater()
                        ? at.plus(every.compareTo(USUAL) > 0 ? every : USUAL)
                        : at);
    }
}
