/**
 * What guests read, in the languages that they speak.
 *
 * <p>In: the languages that a guest's browser asks for. Out: to the pages that guests see. Begin with
 * {@link dev.propusk.base.guest.GuestTexts}; {@code docs/translating.md} says how a language is added.
 */
@NamedInterface("guest")
@NullMarked
package dev.propusk.base.guest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
