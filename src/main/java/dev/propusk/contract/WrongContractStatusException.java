package dev.propusk.contract;

import dev.propusk.security.ContractId;

/** The contract is suspended or closed, so that this can't be done (rule 22). */
public class WrongContractStatusException extends RuntimeException {
    private final ContractStatus status;

    WrongContractStatusException(ContractId contract, ContractStatus status) {
        super("Contract " + contract + " is " + status);
        this.status = status;
    }

    public ContractStatus status() {
        return status;
    }
}
