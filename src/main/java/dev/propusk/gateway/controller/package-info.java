/**
 * Controllers that are told by their own API whom to let in, for how long, and whom to put off.
 *
 * <p>In: what administrators set at a gateway, and events of tokens, in their transactions. Out: HTTPS calls, after COMMIT.
 * Begin with {@code PendingPasses}, which writes down, then {@code Passes}, which carries out, then a {@code Dialect}.
 */
@NamedInterface("controller")
@NullMarked
package dev.propusk.gateway.controller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
