/** Signed events to the customers' own systems: written with what happened, delivered until they arrive. */
@NullMarked
package dev.propusk.webhook;

import org.jspecify.annotations.NullMarked;
