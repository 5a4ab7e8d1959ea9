package dev.propusk.token.end;

import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;

/**
 * A multi-use code that is being ended.
 *
 * @param token the unused one that stood ready
 * @param devices whether the devices that hold the code end too (rule 11)
 */
record CodeClosing(ContractId contract, TokenCode code, TokenId token, TokenEnd how, boolean devices) {}
