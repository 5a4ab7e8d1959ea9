/**
 * Sheets are printed: which tokens, marked as handed out, remembered for a second copy.
 *
 * <p>In: the panel and the API. Out: bytes of a PDF. Begin with {@link dev.propusk.sheet.print.Sheets}.
 */
@NamedInterface("print")
@NullMarked
package dev.propusk.sheet.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
