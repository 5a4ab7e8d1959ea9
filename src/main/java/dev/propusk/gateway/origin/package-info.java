/**
 * Which gateway a RADIUS request is from, where several speak from one address.
 *
 * <p>In: what a packet says of where it comes from, and what tells each gateway's packets. Out: the one whose it is, or why it
 * is nobody's. Begin with {@code Signs}.
 */
@NullMarked
package dev.propusk.gateway.origin;

import org.jspecify.annotations.NullMarked;
