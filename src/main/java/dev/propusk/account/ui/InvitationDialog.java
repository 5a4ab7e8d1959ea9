package dev.propusk.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.InvalidAccountException;
import dev.propusk.contract.ContractBox;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a login, and shows the link by which its person sets the password. */
class InvitationDialog extends Dialog {
    private final TextField username = new TextField(getTranslation("account.username"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(getTranslation("account.role"));
    private final ContractBox chosen;
    private final AccountAdministration accounts;
    private final @Nullable ContractId contract;
    private final Runnable done;

    /**
     * @param contract the owner's; null for an administrator, who chooses
     * @param contracts to choose among; asked only by an administrator
     */
    InvitationDialog(
            AccountAdministration accounts, @Nullable ContractId contract, ContractList contracts, Runnable done) {
        this.accounts = accounts;
        this.contract = contract;
        this.done = done;
        this.chosen = new ContractBox(getTranslation("account.contract"), contracts);
        setHeaderTitle(getTranslation("account.invite"));
        setWidth("min(520px, 96vw)");
        username.setHelperText(getTranslation("account.username.help"));
        role.setItems(Arrays.stream(Role.values())
                .filter(one -> contract == null || one.isOfContract())
                .toList());
        role.setItemLabelGenerator(one -> getTranslation("account.role." + one + ".explained"));
        role.setValue(contract == null ? Role.OWNER : Role.OPERATOR);
        role.addValueChangeListener(change -> chosen.setVisible(asksForContract()));
        chosen.setVisible(asksForContract());
        Button save = new Button(getTranslation("account.invite.save"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        FormLayout form = new FormLayout(username, role, chosen);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
    }

    private boolean asksForContract() {
        return contract == null && role.getValue() != null && role.getValue().isOfContract();
    }

    private void submit() {
        chosen.setErrorMessage(getTranslation("account.contract.error"));
        chosen.setInvalid(asksForContract() && chosen.isEmpty());
        if (chosen.isInvalid()) {
            return;
        }
        try {
            URI link = accounts.invite(of(), username.getValue().strip(), role.getValue());
            close();
            done.run();
            new LinkDialog(getTranslation("account.link.invitation"), link).open();
        } catch (InvalidAccountException e) {
            username.setErrorMessage(getTranslation("account.fault." + e.fault()));
            username.setInvalid(true);
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
    }

    private @Nullable ContractId of() {
        if (contract != null) {
            return contract;
        }
        return asksForContract() ? chosen.getValue().id() : null;
    }
}
