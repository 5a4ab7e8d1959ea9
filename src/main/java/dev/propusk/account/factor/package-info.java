/**
 * Who has to give more than a password, and what stands in for a lost device.
 *
 * <p>In: the provider's setting, an owner's demand. Out: what sign-in and one's own account ask. Begin with
 * {@code FactorDemands}.
 */
@NullMarked
package dev.propusk.account.factor;

import org.jspecify.annotations.NullMarked;
