package dev.propusk.contract;

import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;

/** A suspended contract works again. */
public record ContractResumed(ContractId contract) implements Deed {
    @Override
    public String action() {
        return "contract.resumed";
    }
}
