/** The packets that Propusk itself sends to gateways: Disconnect-Requests (RFC 5176) over UDP. */
@NullMarked
package dev.propusk.gateway.radius;

import org.jspecify.annotations.NullMarked;
