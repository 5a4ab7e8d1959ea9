/** The warning to a network whose codes somebody guesses. */
@NullMarked
package dev.propusk.identification.ui;

import org.jspecify.annotations.NullMarked;
