package dev.propusk.contract;

import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;

/** A contract was opened. */
public record ContractOpened(ContractId contract) implements Deed {
    @Override
    public String action() {
        return "contract.opened";
    }
}
