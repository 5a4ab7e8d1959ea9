/** Finding an activated device over all contracts, for the provider's staff. */
@NullMarked
package dev.propusk.support;

import org.jspecify.annotations.NullMarked;
