package dev.propusk.token;

import dev.propusk.security.ContractId;

/** One unused token less: it was used, annulled or deleted. Said within that transaction, after it was counted. */
public record UnusedTokensFell(ContractId contract) {}
