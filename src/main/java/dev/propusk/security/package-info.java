/** Who is signed in, what they may do, and in which contract. */
@NullMarked
package dev.propusk.security;

import org.jspecify.annotations.NullMarked;
