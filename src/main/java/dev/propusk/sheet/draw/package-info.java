/**
 * How a sheet looks: coupons laid out on pages, drawn as PDF.
 *
 * <p>In: coupons, settings, the network's words. Out: {@link dev.propusk.sheet.Sheet}. Begin with
 * {@code SheetRenderer}.
 */
@NullMarked
package dev.propusk.sheet.draw;

import org.jspecify.annotations.NullMarked;
