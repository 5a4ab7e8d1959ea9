/**
 * How the database is spoken to: what a command does again, and how values stand in columns.
 *
 * <p>In: lambdas and beans that carry {@link dev.propusk.data.Atomic}. Out: to every feature that has a table. Begin with
 * {@link dev.propusk.data.Atomic}; its reasons stand in {@code docs/locks.md}.
 */
@NullMarked
package dev.propusk.data;

import org.jspecify.annotations.NullMarked;
