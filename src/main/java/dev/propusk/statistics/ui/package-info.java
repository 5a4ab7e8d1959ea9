/** The statistics page: figures, charts, and the same as tables. */
@NullMarked
package dev.propusk.statistics.ui;

import org.jspecify.annotations.NullMarked;
