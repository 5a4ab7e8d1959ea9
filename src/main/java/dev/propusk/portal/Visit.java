package dev.propusk.portal;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.redirect.Led;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a guest's browser came to a network's portal.
 *
 * @param knownDevice the device, as far as the network believes what named it
 * @param signedBy the gateway whose signature vouches for the device; null: nothing does
 * @param client where the browser stands
 * @param led what it was led here with
 */
public record Visit(
        Contract network,
        @Nullable MacAddress knownDevice,
        @Nullable GatewayCaller signedBy,
        NetworkAddress client,
        Led led) {
    public Optional<MacAddress> device() {
        return Optional.ofNullable(knownDevice);
    }

    public Optional<GatewayCaller> signer() {
        return Optional.ofNullable(signedBy);
    }
}
