package dev.propusk.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import dev.propusk.account.identity.IdentityContracts;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;

/** Whether a contract's people may come in by the provider of identities; nothing to see where there is none. */
public final class IdentityAllowance extends Composite<Checkbox> {
    private final IdentityContracts contracts;
    private final ContractId contract;

    public IdentityAllowance(IdentityContracts contracts, ProofAsker proof, ContractId contract) {
        this.contracts = contracts;
        this.contract = contract;
        getContent().setLabel(getTranslation("identity.allow"));
        getContent().setHelperText(getTranslation("identity.allow.help"));
        getContent().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // until it is done it is not so
                getContent().setValue(change.getOldValue());
                proof.before(() -> allow(change.getValue()));
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        setVisible(contracts.isPossible());
        getContent().setValue(contracts.isPossible() && contracts.isAllowed(contract));
    }

    private void allow(boolean allowed) {
        contracts.allow(contract, allowed);
        getContent().setValue(allowed);
        Notices.done(getTranslation(allowed ? "identity.allowed" : "identity.not-allowed"));
    }
}
