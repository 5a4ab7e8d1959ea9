/** Propusk: identification tokens for public Wi-Fi. */
@NullMarked
package dev.propusk;

import org.jspecify.annotations.NullMarked;
