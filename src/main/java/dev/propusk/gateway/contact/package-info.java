/**
 * What a gateway was last heard of, and what came of what it asked.
 *
 * <p>In: each question and report, once it is answered. Out: what a page says of a gateway. Begin with {@code Contacts}, which
 * counts, then {@code GatewayStates}, which tells.
 */
@NamedInterface("contact")
@NullMarked
package dev.propusk.gateway.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
