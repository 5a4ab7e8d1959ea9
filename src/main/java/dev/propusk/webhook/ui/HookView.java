package dev.propusk.webhook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.webhook.Hooks;
import dev.propusk.webhook.InvalidHookAddressException;
import jakarta.annotation.security.RolesAllowed;

/** The owner's page for events: where they go, and how their delivery went. */
@Route("events")
@Menu(title = "hook.title", order = 51, icon = "vaadin:bell")
@RolesAllowed("OWNER")
class HookView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Hooks hooks;
    private final Contracts contracts;
    private final ContractId contract;
    private final HookForm form = new HookForm(this::save);
    private final FlexLayout actions = new FlexLayout();
    private final DeliveryGrid log = new DeliveryGrid();

    HookView(Hooks hooks, Contracts contracts, CurrentUser currentUser) {
        this.hooks = hooks;
        this.contract = currentUser.contract();
        this.contracts = contracts;
        setUpActions();
        setSizeFull();
        FlexLayout header = new FlexLayout(new H1(getTranslation("hook.title")));
        header.addClassName("page-header");
        add(header, about(), form, actions, logHeader(), log);
    }

    private Paragraph about() {
        Paragraph about = new Paragraph(getTranslation("hook.about"));
        about.addClassName("hint");
        return about;
    }

    private void setUpActions() {
        Button trial = new Button(getTranslation("hook.trial"), click -> sendTrial());
        Button replace = new Button(getTranslation("hook.secret.replace"), click -> askToReplaceSecret());
        Button remove = new Button(getTranslation("hook.remove"), click -> askToRemove());
        remove.addThemeVariants(ButtonVariant.ERROR);
        actions.add(trial, replace, remove);
        actions.addClassName("selection-bar");
    }

    private FlexLayout logHeader() {
        Button refresh = new Button(getTranslation("hook.log.refresh"), click -> refresh());
        FlexLayout header = new FlexLayout(new H2(getTranslation("hook.log")), refresh);
        header.addClassName("log-header");
        return header;
    }

    private void save() {
        try {
            if (form.form().change(this::save, this::latest)) {
                Notices.done(getTranslation("hook.saved"));
                refresh();
            }
        } catch (InvalidHookAddressException e) {
            form.refuseAddress();
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("hook.error.contract"));
        }
    }

    private void save(HookAnswers typed, Seen<HookAnswers> seen) {
        hooks.set(contract, typed.address(), typed.lowAt(), seen.value().hook(contract))
                .ifPresent(secret -> new SecretDialog(secret).open());
    }

    private Seen<HookAnswers> latest() {
        return new Seen<>(HookAnswers.of(hooks.find(contract)), 0);
    }

    private void sendTrial() {
        hooks.sendTrial(contract);
        Notices.done(getTranslation("hook.trial.done"));
        refresh();
    }

    private void replaceSecret() {
        try {
            new SecretDialog(hooks.replaceSecret(contract)).open();
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("hook.error.contract"));
        }
    }

    private void remove() {
        hooks.remove(contract);
        Notices.done(getTranslation("hook.removed"));
        refresh();
    }

    private void askToReplaceSecret() {
        new Confirmation(
                        getTranslation("hook.secret.replace.question"),
                        getTranslation("hook.secret.replace.consequence"),
                        getTranslation("hook.secret.replace"),
                        this::replaceSecret)
                .open();
    }

    private void askToRemove() {
        new Confirmation(
                        getTranslation("hook.remove.question"),
                        getTranslation("hook.remove.consequence"),
                        getTranslation("hook.remove"),
                        this::remove)
                .open();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        Seen<HookAnswers> now = latest();
        boolean isSet = now.value().hook(contract) != null;
        form.form().show(now);
        actions.getChildren().map(Component::getElement).forEach(action -> action.setEnabled(isSet));
        log.show(hooks.deliveries(contract), contracts.get(contract).zone());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "hook.title");
    }
}
