/** What is measured, a class for each step; all of them stand in {@link dev.propusk.bench.step.Steps}. */
@NullMarked
package dev.propusk.bench.step;

import org.jspecify.annotations.NullMarked;
