package dev.propusk.contract.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import dev.propusk.base.Seen;
import dev.propusk.base.ZoneName;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractStatus;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.contract.RemainingTokens;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.FactList;
import dev.propusk.panel.Notices;
import dev.propusk.panel.ProgressDialog;

/** One contract, and what an administrator does with it (rule 22). */
class ContractCard extends Dialog {
    private final Contracts contracts;
    private final RemainingTokens leftToEnd;
    private final Contract contract;
    private final Runnable done;
    private final FlexLayout actions = new FlexLayout();

    ContractCard(Contracts contracts, RemainingTokens leftToEnd, Contract contract, Runnable done) {
        this.contracts = contracts;
        this.leftToEnd = leftToEnd;
        this.contract = contract;
        this.done = done;
        setHeaderTitle(contract.number() + ", " + contract.name());
        setWidth("min(620px, 96vw)");
        FactList facts = new FactList();
        facts.add("contract.status", getTranslation("contract.status." + contract.status()));
        facts.add("contract.ssid", contract.ssid());
        facts.add("contract.slug", "/portal/" + contract.slug());
        facts.add("contract.zone", ZoneName.of(contract.zone()));
        facts.add(
                "contract.believes",
                getTranslation(contract.believesLinkMac() ? "contract.believes.yes" : "contract.believes.no"));
        actions.addClassName("action-list");
        addActions();
        add(facts, actions);
        getFooter().add(new Button(getTranslation("contract.back"), click -> close()));
    }

    private void addActions() {
        actions.add(link("customers?contract=" + contract.number(), "contract.customer"));
        actions.add(link("accounts?q=" + contract.number(), "contract.accounts"));
        actions.add(link("journal?contract=" + contract.number(), "contract.journal"));
        if (contract.status() == ContractStatus.CLOSED) {
            return;
        }
        actions.add(new Button(getTranslation("contract.edit"), click -> {
            close();
            edit();
        }));
        if (contract.isOpen()) {
            confirmed(
                    "contract.suspend",
                    "contract.suspend.question",
                    "contract.suspend.consequence",
                    () -> contracts.suspend(contract.id()));
        } else {
            confirmed(
                    "contract.resume",
                    "contract.resume.question",
                    "contract.resume.consequence",
                    () -> contracts.resume(contract.id()));
        }
        confirmed(
                "contract.close",
                "contract.close.question",
                "contract.close.consequence",
                () -> ProgressDialog.show(new ClosingWork(contracts, leftToEnd, contract, this, done)));
    }

    private void edit() {
        ContractDialog dialog = new ContractDialog(
                getTranslation("contract.edit.title", contract.number()),
                contract.zone(),
                form -> form.change(
                        this::save, () -> contracts.get(contract.id()).seen()));
        dialog.form().show(contract.seen());
        dialog.open();
    }

    private void save(NewContract terms, Seen<NewContract> seen) {
        contracts.change(contract.id(), terms, seen.version());
        Notices.done(getTranslation("contract.saved"));
        done.run();
    }

    private Anchor link(String address, String key) {
        Anchor anchor = new Anchor(address, getTranslation(key));
        anchor.addClassName("button-link");
        return anchor;
    }

    private void confirmed(String key, String question, String consequence, Runnable action) {
        String name = getTranslation(key);
        Button button = new Button(
                name,
                click -> new Confirmation(
                                getTranslation(question, contract.number(), contract.name()),
                                getTranslation(consequence),
                                name,
                                () -> attempt(action))
                        .open());
        button.addThemeVariants(ButtonVariant.ERROR);
        actions.add(button);
    }

    private void attempt(Runnable action) {
        close();
        try {
            action.run();
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("contract.error.status"));
        } finally {
            done.run();
        }
    }
}
