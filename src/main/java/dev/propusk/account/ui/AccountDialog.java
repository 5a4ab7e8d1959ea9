package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.AccountNotFoundException;
import dev.propusk.account.InvalidAccountException;
import dev.propusk.account.Login;
import dev.propusk.account.identity.IdentityAdministration;
import dev.propusk.account.mail.LinkMail;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.FactList;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.panel.Notices;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.Arrays;

/** One login, and what can be done with it. */
class AccountDialog extends Dialog {
    private final AccountAdministration accounts;
    private final IdentityAdministration identities;
    private final LinkDialogs links;
    private final ProofAsker proof;
    private final Login login;
    private final Runnable done;
    private final FlexLayout actions = new FlexLayout();

    AccountDialog(
            AccountAdministration accounts,
            IdentityAdministration identities,
            LinkDialogs links,
            ProofAsker proof,
            Login login,
            Runnable done) {
        this.identities = identities;
        this.links = links;
        this.proof = proof;
        this.accounts = accounts;
        this.login = login;
        this.done = done;
        setHeaderTitle(login.username());
        setWidth("min(560px, 96vw)");
        actions.addClassName("action-list");
        getFooter().add(new Button(getTranslation("account.close"), click -> close()));
    }

    @Override
    public void open() {
        boolean hasFactor = accounts.hasSecondFactor(login.contract(), login.id());
        FactList facts = new FactList();
        facts.add("account.role", getTranslation("account.role." + login.role()));
        facts.add("account.status", getTranslation("account.status." + AccountsView.status(login)));
        facts.add(
                "account.second-factor",
                getTranslation(hasFactor ? "account.second-factor.on" : "account.second-factor.off"));
        addActions(hasFactor);
        add(facts, actions);
        super.open();
    }

    private void addActions(boolean hasFactor) {
        action("account.action.link", this::makeLink);
        Arrays.stream(Role.values())
                .filter(role -> role != login.role()
                        && role.isOfContract() == login.role().isOfContract())
                .forEach(role -> confirmed(
                        getTranslation("account.role." + role + ".make"),
                        "account.role.question",
                        "account.role.consequence",
                        () -> accounts.changeRole(login.contract(), login.id(), role, login.version())));
        if (hasFactor) {
            confirmed(
                    getTranslation("account.action.second-factor"),
                    "account.second-factor.question",
                    "account.second-factor.consequence",
                    () -> accounts.removeSecondFactor(login.contract(), login.id(), login.version()));
        }
        if (identities.isLinked(login.contract(), login.id())) {
            confirmed(
                    getTranslation("account.action.unlink"),
                    "account.unlink.question",
                    "account.unlink.consequence",
                    () -> identities.unlink(login.contract(), login.id()));
        }
        if (login.enabled()) {
            confirmed(
                    getTranslation("account.action.disable"),
                    "account.disable.question",
                    "account.disable.consequence",
                    () -> accounts.disable(login.contract(), login.id(), login.version()));
        } else {
            action(
                    "account.action.enable",
                    () -> attempt(() -> accounts.enable(login.contract(), login.id(), login.version())));
        }
    }

    private void action(String key, Runnable action) {
        actions.add(new Button(getTranslation(key), click -> action.run()));
    }

    private void confirmed(String name, String question, String consequence, Runnable action) {
        Button button = new Button(
                name,
                click -> new Confirmation(
                                getTranslation(question, login.username()),
                                getTranslation(consequence),
                                name,
                                () -> attempt(action))
                        .open());
        button.addThemeVariants(ButtonVariant.ERROR);
        actions.add(button);
    }

    private void makeLink() {
        attempt(() -> {
            URI link = accounts.makeLink(login.contract(), login.id());
            links.open(link, LinkMail.Kind.RESET);
        });
    }

    private void attempt(Runnable action) {
        close();
        proof.before(() -> carryOut(action));
    }

    private void carryOut(Runnable action) {
        try {
            action.run();
        } catch (InvalidAccountException e) {
            Notices.problem(getTranslation("account.fault." + e.fault()));
        } catch (AccountNotFoundException e) {
            Notices.problem(getTranslation("account.error.not-found"));
        } catch (ChangedMeanwhileException e) {
            Notices.problem(MeanwhileNotice.sentence(this, e));
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        } finally {
            done.run();
        }
    }
}
