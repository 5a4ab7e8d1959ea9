/**
 * A device enters a token (rules 3 to 6, 15), by itself or by hand (rule 21), and gets a new MAC (rule 17).
 *
 * <p>In: a contract, a code, a MAC. Out: the device's {@link dev.propusk.token.Token}, or
 * {@link dev.propusk.token.CodeNotAcceptedException}. Begin with {@link dev.propusk.token.activate.Activation}.
 */
@NamedInterface("activate")
@NullMarked
package dev.propusk.token.activate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
