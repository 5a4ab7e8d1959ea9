/**
 * How things are done in the background. In comes what is to be done again and again ({@link dev.propusk.work.Job}) and
 * what waits in a table ({@link dev.propusk.work.WorkTable}); out goes when each job last worked
 * ({@link dev.propusk.work.Jobs}). Start reading at {@link dev.propusk.work.Job}, then at
 * {@link dev.propusk.work.WorkQueue}.
 */
@NullMarked
package dev.propusk.work;

import org.jspecify.annotations.NullMarked;
