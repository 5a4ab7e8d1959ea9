/**
 * Guests whom a gateway leads to the portal: in which network they are, and how they are handed back.
 *
 * <p>In: a redirect as {@link dev.propusk.gateway.redirect.Led} reads it. Out: a network, a way back. Begin with
 * {@link dev.propusk.gateway.guest.HandBacks}.
 */
@NamedInterface("guest")
@NullMarked
package dev.propusk.gateway.guest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
