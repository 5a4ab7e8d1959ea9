/**
 * What keeps guessing at logins slow, and tells of it.
 *
 * <p>In: tries that failed, and those that ask whether they may. Out: entries in the journal, and what a person is told of
 * their own login. Begin with {@code AccountBudgets}.
 */
@NullMarked
package dev.propusk.account.guard;

import org.jspecify.annotations.NullMarked;
