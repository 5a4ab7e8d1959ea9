/**
 * The words of a token's life: what it is, what may become of it, and the events that tell of it.
 *
 * <p>In: nothing but values. Out: to the rooms inside, which do the work, and to every feature that speaks of tokens. Begin
 * with {@link dev.propusk.token.Token}, whose verbs are the rules; then, in the order of a life, the rooms
 * {@code generate}, {@code activate}, {@code search}, {@code end}. All of them write by {@code store}.
 */
@NullMarked
package dev.propusk.token;

import org.jspecify.annotations.NullMarked;
