package dev.propusk.security;

import org.springframework.stereotype.Component;

/** Answers the permission checks of the services: is this login of that contract? */
@Component("scope")
class Scope {
    private final CurrentUser currentUser;

    Scope(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** The contract's owner. */
    public boolean owns(ContractId contract) {
        return is(contract, Role.OWNER);
    }

    /** Anybody who works for the contract. */
    public boolean works(ContractId contract) {
        return owns(contract) || is(contract, Role.OPERATOR);
    }

    /** Anybody who works for the contract, or the provider's support. */
    public boolean helps(ContractId contract) {
        return works(contract)
                || currentUser
                        .panelUser()
                        .filter(user -> user.role() == Role.SUPPORT)
                        .isPresent();
    }

    private boolean is(ContractId contract, Role role) {
        return currentUser
                .panelUser()
                .filter(user -> user.role() == role)
                .flatMap(PanelUser::contract)
                .filter(contract::equals)
                .isPresent();
    }
}
