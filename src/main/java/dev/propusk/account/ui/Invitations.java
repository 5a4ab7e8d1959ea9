package dev.propusk.account.ui;

import dev.propusk.account.AccountAdministration;
import dev.propusk.contract.ContractList;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;

/** The dialog that invites somebody, for pages of other features. */
public final class Invitations {
    private Invitations() {}

    /**
     * Asks for the login of a contract's owner, and shows the link to be handed to them.
     *
     * @param done when the login was made
     */
    public static void ofOwner(
            AccountAdministration accounts,
            LinkDialogs links,
            ContractId contract,
            ContractList contracts,
            Runnable done) {
        new InvitationDialog(accounts, links, contract, Role.OWNER, contracts, done).open();
    }
}
