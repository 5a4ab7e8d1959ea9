package dev.propusk.security;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Answers the permission checks of the services: is this login, or this key, of that contract? */
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

    /**
     * Anybody who works for the contract, and its keys made for this.
     *
     * @param keys the scopes that a key needs, by comma; empty: no key
     * @throws MissingScopeException where a key of the contract lacks one
     */
    public boolean works(ContractId contract, String keys) {
        return owns(contract) || is(contract, Role.OPERATOR) || isKey(contract, keys);
    }

    /** As {@link #works}, or the provider's support. */
    public boolean helps(ContractId contract, String keys) {
        return works(contract, keys)
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

    private boolean isKey(ContractId contract, String needed) {
        return !needed.isEmpty()
                && currentUser
                        .keyUser()
                        .filter(key -> key.contract().equals(contract))
                        .filter(key -> requireScopes(key, needed))
                        .isPresent();
    }

    private static boolean requireScopes(KeyUser key, String needed) {
        for (String name : StringUtils.commaDelimitedListToStringArray(needed)) {
            KeyScope scope = KeyScope.valueOf(name);
            if (!key.scopes().contains(scope)) {
                throw new MissingScopeException(scope);
            }
        }
        return true;
    }
}
