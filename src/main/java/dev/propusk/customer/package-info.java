/**
 * Bringing a new customer to work: contract, owner, gateway, a guest to try it with.
 *
 * <p>In: an administrator's steps, done by the features that own them. Out: what is done, and what is missing. Begin with
 * {@code CustomerView}.
 */
@NullMarked
package dev.propusk.customer;

import org.jspecify.annotations.NullMarked;
