package dev.propusk.portal;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a guest's browser came to a network's portal.
 *
 * @param knownDevice the device, as far as the network believes what named it
 * @param signedBy the gateway whose signature vouches for the device; null: nothing does
 * @param client where the browser stands
 * @param loginAddress where the gateway wants it back, not looked at yet
 * @param givenChallenge what the gateway wants the code hidden with
 */
public record Visit(
        Contract network,
        @Nullable MacAddress knownDevice,
        @Nullable GatewayCaller signedBy,
        NetworkAddress client,
        @Nullable URI loginAddress,
        @Nullable String givenChallenge) {
    public Optional<MacAddress> device() {
        return Optional.ofNullable(knownDevice);
    }

    public Optional<GatewayCaller> signer() {
        return Optional.ofNullable(signedBy);
    }

    Optional<URI> login() {
        return Optional.ofNullable(loginAddress);
    }

    Optional<String> challenge() {
        return Optional.ofNullable(givenChallenge);
    }
}
