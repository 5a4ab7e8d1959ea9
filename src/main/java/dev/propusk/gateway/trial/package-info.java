/**
 * A gateway is tried from the panel: the application sends FreeRADIUS a packet as the gateway's would be, and says what came.
 *
 * <p>In: an administrator's press of a button; what FreeRADIUS then asks. Out: a sentence. Begin with {@code GatewayTrial}, and
 * {@code Trials} for the other end of the way.
 */
@NullMarked
package dev.propusk.gateway.trial;

import org.jspecify.annotations.NullMarked;
