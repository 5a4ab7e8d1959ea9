/**
 * Sessions that gateways report: which device was there from when to when, with which address.
 *
 * <p>In: accounting reports. Out: {@link dev.propusk.gateway.session.DeviceSessions}. Begin with
 * {@code Accounting}.
 */
@NamedInterface("session")
@NullMarked
package dev.propusk.gateway.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
