package dev.propusk.contract;

import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;

/** A contract was closed; its tokens are to be ended. */
public record ContractClosed(ContractId contract) implements Deed {
    @Override
    public String action() {
        return "contract.closed";
    }
}
