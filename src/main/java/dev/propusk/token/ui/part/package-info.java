/**
 * Parts that the list of tokens and its dialogs share: words, badges, what can be done to one token.
 *
 * <p>Begin with {@code TokenWords}.
 */
@NullMarked
package dev.propusk.token.ui.part;

import org.jspecify.annotations.NullMarked;
