/**
 * One-time links by mail, where an operator has set mail up.
 *
 * <p>In: {@code spring.mail.*}, a link that was just made. Out: a letter in its reader's language. Begin with
 * {@code LinkMail}.
 */
@NullMarked
package dev.propusk.account.mail;

import org.jspecify.annotations.NullMarked;
