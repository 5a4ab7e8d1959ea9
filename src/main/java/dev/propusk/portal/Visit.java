package dev.propusk.portal;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.redirect.Led;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a guest's browser came to a network's portal.
 *
 * @param knownDevice the device, as far as the network believes what named it
 * @param signedBy the gateway whose signature vouches for the device; null: nothing does
 * @param client where the browser stands
 * @param led what it was led here with
 * @param returnedSince when we handed the guest back who comes from there now; null: it was led here, or comes by itself
 * @param page where a gateway may send the guest when it was handed back
 */
public record Visit(
        Contract network,
        @Nullable MacAddress knownDevice,
        @Nullable GatewayCaller signedBy,
        NetworkAddress client,
        Led led,
        @Nullable Instant returnedSince,
        String page) {
    public Optional<MacAddress> device() {
        return Optional.ofNullable(knownDevice);
    }

    public Optional<GatewayCaller> signer() {
        return Optional.ofNullable(signedBy);
    }

    /** Since when a report says that the device is online, where it may be told anything about itself. */
    Optional<Instant> toldSince() {
        return signer().map(gateway -> Instant.EPOCH).or(() -> Optional.ofNullable(returnedSince));
    }

    /** Whether the guest was handed back, and comes from there. */
    public boolean isReturned() {
        return returnedSince != null;
    }
}
