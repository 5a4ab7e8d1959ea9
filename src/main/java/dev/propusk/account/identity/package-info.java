/**
 * People whom somebody else vouches for: the provider's or a customer's own sign-in, by OpenID Connect.
 *
 * <p>In: an ID token, and the settings that say what it is good for. Out: a login that goes on as after a password. Begin
 * with {@code IdentitySignIn}.
 */
@NullMarked
@NamedInterface("identity")
package dev.propusk.account.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
