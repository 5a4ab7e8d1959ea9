/**
 * The steps from a password to an open panel, and how often a stranger may try.
 *
 * <p>In: the login form. Out: a signed-in session. Begin with {@code PanelSignIn}, then
 * {@link dev.propusk.account.signin.SignInSteps}.
 */
@NullMarked
package dev.propusk.account.signin;

import org.jspecify.annotations.NullMarked;
