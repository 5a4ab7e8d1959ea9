/** The lookup page of the provider's staff. */
@NullMarked
package dev.propusk.support.ui;

import org.jspecify.annotations.NullMarked;
