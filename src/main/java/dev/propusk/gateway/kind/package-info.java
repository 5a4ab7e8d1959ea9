/**
 * What kinds of gateways differ by: how a session is named to them, what their packets mean, how a guest is led back.
 *
 * <p>In: nothing. Out: the rows that {@link dev.propusk.gateway.GatewayKind} is made of, which has one for each kind. Begin
 * there.
 */
@NullMarked
package dev.propusk.gateway.kind;

import org.jspecify.annotations.NullMarked;
