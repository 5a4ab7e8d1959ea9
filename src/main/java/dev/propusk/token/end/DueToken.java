package dev.propusk.token.end;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;

/** A device's token whose term is over. */
public record DueToken(ContractId contract, TokenId id, MacAddress device) {}
