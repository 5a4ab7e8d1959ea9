/** The references: the same work as the application does, by bare means, written out here so that they stay what they are. */
@NullMarked
package dev.propusk.bench.bare;

import org.jspecify.annotations.NullMarked;
