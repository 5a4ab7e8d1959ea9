/**
 * What stands at the panel's door: how its form is read, how passwords are kept, when one is asked for once more.
 *
 * <p>In: requests of browsers, calls of services. Out: what the chains of {@code SecurityConfiguration} are put together of.
 * Begin with {@code SignInForm}.
 */
@NullMarked
package dev.propusk.security.door;

import org.jspecify.annotations.NullMarked;
