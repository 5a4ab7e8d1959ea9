/**
 * Logins: who may sign in, as what, by which password and second factor, and until when a session lasts.
 *
 * <p>In: the panel, and the first start. Out: {@link dev.propusk.account.AccountAdministration} (other people's logins),
 * {@link dev.propusk.account.OwnAccount} (one's own), events. Begin with {@code Account}, whose verbs are the rules.
 */
@NullMarked
package dev.propusk.account;

import org.jspecify.annotations.NullMarked;
