package dev.propusk.contract;

import dev.propusk.security.ContractId;

/**
 * What devices' questions need of a contract.
 *
 * @param number as it stands on paper
 * @param slug its place among the portal's addresses
 * @param isOpen whether it serves anybody (rule 22)
 * @param limits of every device, where its token says nothing else (rule 24)
 */
public record Network(ContractId id, String number, String slug, boolean isOpen, Limits limits) {}
