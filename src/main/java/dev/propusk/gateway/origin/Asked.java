package dev.propusk.gateway.origin;

import java.util.Optional;

/**
 * What a packet says of where it comes from, besides its address.
 *
 * @param ssid the network's name in its Called-Station-Id
 * @param nasIdentifier what the equipment calls itself
 * @param realm what stands behind the last {@code @} of its User-Name
 * @param vlan the guests' VLAN, as the equipment tells it
 */
public record Asked(
        Optional<String> ssid, Optional<String> nasIdentifier, Optional<String> realm, Optional<Integer> vlan) {
    /** One that tells the equipment's name at most. */
    public static Asked by(Optional<String> nasIdentifier) {
        return new Asked(Optional.empty(), nasIdentifier, Optional.empty(), Optional.empty());
    }
}
