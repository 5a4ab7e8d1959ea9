/** Two contracts with tokens in every state, for a first look; only in the profile {@code demo}. */
@NullMarked
package dev.propusk.demo;

import org.jspecify.annotations.NullMarked;
