/**
 * How a figure comes about and what judges it. In: measurements of ours and of a reference; out: a table to read and
 * {@code results.json}. Begin with {@link dev.propusk.bench.measure.Goal}.
 */
@NullMarked
package dev.propusk.bench.measure;

import org.jspecify.annotations.NullMarked;
