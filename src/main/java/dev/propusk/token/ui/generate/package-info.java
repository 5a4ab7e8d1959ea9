/**
 * The dialogs that ask what to generate and show what was made.
 *
 * <p>Begin with {@code GenerationDialog}.
 */
@NullMarked
package dev.propusk.token.ui.generate;

import org.jspecify.annotations.NullMarked;
