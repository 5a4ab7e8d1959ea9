/**
 * Retention and legal holds in the panel.
 *
 * <p>Begin with {@code RetentionView}.
 */
@NullMarked
package dev.propusk.retention.ui;

import org.jspecify.annotations.NullMarked;
