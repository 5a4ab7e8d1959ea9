package dev.propusk.account.identity;

import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an identity is good for here.
 *
 * @param contract null for the provider's own people
 */
record Granted(Role role, @Nullable ContractId contract) {}
