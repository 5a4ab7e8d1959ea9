/**
 * Who calls with a key, and from where a gateway may come with its own.
 *
 * <p>In: an administrator's list, each call of a gateway. Out: whether it is let in. Begin with {@code KeyAddresses}.
 */
@NullMarked
package dev.propusk.gateway.key;

import org.jspecify.annotations.NullMarked;
