/**
 * What is kept secret: the installation's key, and what is encrypted or signed with it.
 *
 * <p>In: {@code propusk.secret-key-file}. Out: {@link dev.propusk.secrets.Secrets}, where to begin.
 */
@NullMarked
package dev.propusk.secrets;

import org.jspecify.annotations.NullMarked;
