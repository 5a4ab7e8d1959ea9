package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Network;
import dev.propusk.token.search.HeldTokens;
import java.util.Optional;

/**
 * A device that stands before a network.
 *
 * @param tokens all that it has
 */
public record Arrival(Network network, MacAddress device, HeldTokens tokens) {
    /**
     * Whether it may pass now; never in a network that is suspended or closed, nor where its traffic is used up (rules 7, 16,
     * 22 and 24).
     */
    public Optional<Identified> identified() {
        return network.isOpen() ? tokens.lastToEnd(network.limits()).map(Identified::by) : Optional.empty();
    }
}
