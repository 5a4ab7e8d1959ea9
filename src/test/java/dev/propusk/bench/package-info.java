/**
 * How fast it is, and what it costs to be large: each figure beside its reference of the same run. Begin with {@link
 * dev.propusk.bench.SpeedBench}, then {@code step}.
 */
@NullMarked
package dev.propusk.bench;

import org.jspecify.annotations.NullMarked;
