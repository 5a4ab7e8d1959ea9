/**
 * The sessions of a login, on whichever node and in whichever browser they are, and how they end.
 *
 * <p>In: a sign-in, a person at work, a person who ends one. Out: which sessions are still to be let in. Begin with
 * {@code OpenSessions}.
 */
@NullMarked
package dev.propusk.account.session;

import org.jspecify.annotations.NullMarked;
