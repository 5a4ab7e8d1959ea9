/**
 * The FreeRADIUS servers that gateways speak to: each has a key of its own, with which it learns the secrets of gateways as they
 * come, and asks for them.
 *
 * <p>In: an administrator's list, a server's key, the address that a packet came from. Out: the gateway's secret, the gateway.
 * Begin with {@code RadiusServers}, then {@code RadiusOrigins}.
 */
@NamedInterface("freeradius")
@NullMarked
package dev.propusk.gateway.freeradius;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
