/**
 * Gateways are told what a device may do at the most, each kind in the attributes that it takes (rule 24).
 *
 * <p>In: a device that may pass. Out: attributes of an Access-Accept, and whether a kind takes them. Begin with
 * {@link dev.propusk.gateway.limit.KindLimits}; which kind has which stands in {@link dev.propusk.gateway.GatewayKind}.
 */
@NamedInterface("limit")
@NullMarked
package dev.propusk.gateway.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
