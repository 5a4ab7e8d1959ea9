/**
 * Passkeys: registered by their person, and taken at sign-in instead of a password or after it.
 *
 * <p>In: what a browser's authenticator signed. Out: whose login it is. Begin with {@code Passkeys}. The protocol
 * (WebAuthn, level 3) is Spring Security's and WebAuthn4J's; only where things are kept is ours.
 */
@NullMarked
package dev.propusk.account.passkey;

import org.jspecify.annotations.NullMarked;
