package dev.propusk.gateway;

import dev.propusk.identification.Identified;
import java.net.URI;
import java.util.Optional;

/**
 * What a gateway is told about a device.
 *
 * @param identified empty: it may not pass
 * @param served whether the network serves anybody now
 * @param portal where its guest identifies it
 */
public record Admission(Optional<Identified> identified, boolean served, URI portal) {}
