/** The Authorization Portal: where a guest's phone enters a token. */
@NullMarked
package dev.propusk.portal;

import org.jspecify.annotations.NullMarked;
