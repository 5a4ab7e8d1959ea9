/**
 * Values and words that every feature knows: addresses, ids, texts in the person's language, dates.
 *
 * <p>In: nothing of the house. Out: to everybody. Begin with {@link dev.propusk.base.MacAddress}, a value that checks
 * itself, and {@link dev.propusk.base.Texts}.
 */
@NullMarked
package dev.propusk.base;

import org.jspecify.annotations.NullMarked;
