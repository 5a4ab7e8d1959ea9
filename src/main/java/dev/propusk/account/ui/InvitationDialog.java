package dev.propusk.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.InvalidAccountException;
import dev.propusk.account.mail.LinkMail;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractBox;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.FormDialog;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.security.LoginName;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a login, and shows the link by which its person sets the password. */
class InvitationDialog extends FormDialog<InvitationDialog.Answers> {
    private final TextField username = new TextField(getTranslation("account.username"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(getTranslation("account.role"));
    private final ContractBox chosen;
    private final AccountAdministration accounts;
    private final LinkDialogs links;
    private final @Nullable ContractId contract;
    private final Runnable done;

    /** What is typed; the contract only where it is asked for. */
    public record Answers(
            String username, Role role, @Nullable Contract contract) {}

    /**
     * @param contract the owner's; null for an administrator, who chooses
     * @param usual the role that is offered first
     * @param contracts to choose among; asked only by an administrator
     */
    InvitationDialog(
            AccountAdministration accounts,
            LinkDialogs links,
            @Nullable ContractId contract,
            Role usual,
            ContractList contracts,
            Runnable done) {
        super(Answers.class);
        this.accounts = accounts;
        this.links = links;
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
        role.setValue(usual);
        role.addValueChangeListener(change -> chosen.setVisible(asksForContract()));
        chosen.setVisible(asksForContract());
        bind();
        FormLayout fields = new FormLayout(username, role, chosen);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(fields);
        offer(getTranslation("account.invite.save")).addClickShortcut(Key.ENTER);
    }

    private void bind() {
        form().line(username, "username", LoginName::isOne, getTranslation("account.fault.USERNAME"));
        form().bind(role, "role");
        form().bind(
                        chosen,
                        "contract",
                        one -> one != null || !asksForContract(),
                        getTranslation("account.contract.error"));
    }

    private boolean asksForContract() {
        return contract == null && role.getValue() != null && role.getValue().isOfContract();
    }

    @Override
    protected boolean save() {
        try {
            return form().create(this::invite);
        } catch (InvalidAccountException e) {
            form().refuse("username", getTranslation("account.fault." + e.fault()));
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
        return false;
    }

    private void invite(Answers answers) {
        URI link = accounts.invite(of(answers), answers.username(), answers.role());
        done.run();
        links.open(link, LinkMail.Kind.INVITATION);
    }

    private @Nullable ContractId of(Answers answers) {
        if (contract != null) {
            return contract;
        }
        return answers.contract() != null && answers.role().isOfContract()
                ? answers.contract().id()
                : null;
    }
}
