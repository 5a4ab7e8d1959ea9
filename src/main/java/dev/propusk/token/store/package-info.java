/**
 * The statements that keep tokens: the only room that knows the tables.
 *
 * <p>In: the other rooms of {@code token}, and no other feature. Out: rows and tokens. Begin with {@code TokenTable}; then
 * {@code Quotas} (rule 13) and {@code MultiUseCodes} (rule 4). The order of locks stands in {@code docs/locks.md}.
 */
@NullMarked
package dev.propusk.token.store;

import org.jspecify.annotations.NullMarked;
