/**
 * Tokens are read: by the panel, by programs, by support across contracts, by who listens to an event.
 *
 * <p>In: filters and places in a list. Out: {@link dev.propusk.token.Token}s, counts, files. Begin with
 * {@link dev.propusk.token.search.Tokens}; one query class for each reader stands beside it.
 */
@NamedInterface("search")
@NullMarked
package dev.propusk.token.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
