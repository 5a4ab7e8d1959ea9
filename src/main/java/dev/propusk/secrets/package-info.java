/**
 * What is kept secret: the installation's key, what is encrypted or signed with it, and the keys that are issued to others.
 *
 * <p>In: {@code propusk.secret-key-file}. Out: {@link dev.propusk.secrets.Secrets}, where to begin, and
 * {@link dev.propusk.secrets.KeyForm} with {@link dev.propusk.secrets.IssuedKey}.
 */
@NullMarked
package dev.propusk.secrets;

import org.jspecify.annotations.NullMarked;
