package dev.propusk.contract;

import dev.propusk.security.ContractId;

/** Knows how much of a closed contract still has to be ended (rule 22). */
public interface RemainingTokens {
    /** How many tokens are neither ended nor deleted. */
    int count(ContractId contract);
}
