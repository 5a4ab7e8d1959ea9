/**
 * Keys of the customers' own software.
 *
 * <p>In: the panel's page API, and requests that carry a key. Out: {@link dev.propusk.api.key.ApiKeys}, where to begin.
 */
@NamedInterface("key")
@NullMarked
package dev.propusk.api.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
