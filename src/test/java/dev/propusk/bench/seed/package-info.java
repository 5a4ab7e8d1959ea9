/** What stands in the database before anything is measured: contracts, years of activations, codes that wait. */
@NullMarked
package dev.propusk.bench.seed;

import org.jspecify.annotations.NullMarked;
