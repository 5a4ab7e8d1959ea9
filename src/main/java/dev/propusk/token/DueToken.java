package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;

/** A token whose term is over, and the device that it had let into the network. */
public record DueToken(ContractId contract, TokenId id, MacAddress device) {}
