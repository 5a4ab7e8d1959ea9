/**
 * The journal in the panel: the contract's own, and the provider's.
 *
 * <p>Begin with {@code JournalView}.
 */
@NullMarked
package dev.propusk.journal.ui;

import org.jspecify.annotations.NullMarked;
