package dev.propusk.webhook;

import dev.propusk.security.ContractId;

/**
 * Where a contract's events go.
 *
 * @param lowAt told of as soon as so few tokens are unused
 */
public record Hook(ContractId contract, String url, int lowAt) {}
