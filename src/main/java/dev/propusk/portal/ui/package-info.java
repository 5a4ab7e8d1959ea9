/** What a network's owner sets for its portal. */
@NullMarked
package dev.propusk.portal.ui;

import org.jspecify.annotations.NullMarked;
