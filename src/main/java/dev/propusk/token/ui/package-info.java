/** Token grid, one token's details, and the generation form. */
@NullMarked
package dev.propusk.token.ui;

import org.jspecify.annotations.NullMarked;
