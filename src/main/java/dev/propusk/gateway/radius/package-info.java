/**
 * The packets that Propusk itself sends over UDP: Disconnect-Requests to gateways (RFC 5176), and Access-Requests to FreeRADIUS
 * that try one (RFC 2865).
 */
@NullMarked
package dev.propusk.gateway.radius;

import org.jspecify.annotations.NullMarked;
