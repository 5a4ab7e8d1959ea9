/**
 * What keyboards, clipboards and phones do to what people type, taken back before it is read.
 *
 * <p>In: text as it was sent. Out: to the values that read it, codes, addresses and numbers. Begin with
 * {@link dev.propusk.base.typed.Typed}.
 */
@NamedInterface("typed")
@NullMarked
package dev.propusk.base.typed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
