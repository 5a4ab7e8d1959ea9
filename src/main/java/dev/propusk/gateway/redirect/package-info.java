/**
 * How equipment leads a guest to the portal: which parameter of its redirect says what.
 *
 * <p>In: a redirect's parameters. Out: {@link dev.propusk.gateway.redirect.Led}, what they say of the device and of the way
 * back. Begin with {@link dev.propusk.gateway.redirect.Redirect}, which has one row for each way.
 */
@NamedInterface("redirect")
@NullMarked
package dev.propusk.gateway.redirect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
