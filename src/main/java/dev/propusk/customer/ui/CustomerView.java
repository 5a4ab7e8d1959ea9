package dev.propusk.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.identity.IdentityContracts;
import dev.propusk.account.ui.IdentityAllowance;
import dev.propusk.account.ui.Invitations;
import dev.propusk.account.ui.LinkDialogs;
import dev.propusk.account.ui.ProofAsker;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractBox;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.TrialLinks;
import dev.propusk.customer.CustomerProgress;
import dev.propusk.customer.CustomerProgress.State;
import dev.propusk.customer.CustomerProgress.Steps;
import dev.propusk.customer.TestGuest;
import dev.propusk.customer.TestGuest.Outcome;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.ui.NewGateways;
import dev.propusk.security.ContractId;
import jakarta.annotation.security.RolesAllowed;

/** One customer on the way to the first guest: what is done, what is missing, and the button that does it. */
@Route("customers")
@RolesAllowed("ADMIN")
class CustomerView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final ContractList allContracts;
    private final AccountAdministration accounts;
    private final IdentityContracts identities;
    private final LinkDialogs links;
    private final ProofAsker proof;
    private final Gateways gateways;
    private final CustomerProgress progress;
    private final TestGuest guest;
    private final TrialLinks trials;
    private final ContractBox chosen;
    private final OrderedList steps = new OrderedList();
    private final Paragraph outcome = new Paragraph();

    CustomerView(
            Contracts contracts,
            ContractList allContracts,
            AccountAdministration accounts,
            IdentityContracts identities,
            LinkDialogs links,
            ProofAsker proof,
            Gateways gateways,
            CustomerProgress progress,
            TestGuest guest,
            TrialLinks trials) {
        this.contracts = contracts;
        this.allContracts = allContracts;
        this.accounts = accounts;
        this.identities = identities;
        this.links = links;
        this.proof = proof;
        this.gateways = gateways;
        this.progress = progress;
        this.guest = guest;
        this.trials = trials;
        steps.addClassName("steps");
        outcome.getElement().setAttribute("role", "status");
        addClassName("start-view");
        chosen = new ContractBox(getTranslation("customer.contract"), allContracts);
        chosen.setWidth("min(420px, 100%)");
        chosen.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                show(change.getValue().id());
            }
        });
        add(new H1(getTranslation("customer.title")), new Paragraph(getTranslation("customer.intro")), chosen, steps);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("contract")
                .flatMap(contracts::findByNumber)
                .ifPresent(chosen::setValue);
    }

    private void show(ContractId id) {
        Contract contract = contracts.get(id);
        Steps done = progress.of(id);
        outcome.setText("");
        steps.removeAll();
        step(
                "contract",
                contract.isOpen(),
                contract.ssid(),
                new Anchor("contracts?q=" + contract.number(), getTranslation("customer.contract.link")));
        step(
                "owner",
                done.owner() == State.DONE,
                getTranslation("customer.owner." + done.owner()),
                button("owner", () -> invite(id)),
                new IdentityAllowance(identities, proof, id));
        step(
                "gateway",
                done.gateway() == State.DONE,
                getTranslation("customer.gateway." + done.gateway()),
                button("gateway", () -> addGateway(contract)));
        step("guest", false, getTranslation("customer.guest.text"), tried(contract));
    }

    private void step(String step, boolean done, String text, Component... actions) {
        H2 title = new H2(getTranslation("customer." + step) + (done ? " ✓" : ""));
        ListItem item = new ListItem(title, new Paragraph(text));
        item.add(actions);
        steps.add(item);
    }

    private Button button(String step, Runnable action) {
        return new Button(getTranslation("customer." + step + ".do"), click -> action.run());
    }

    private Component[] tried(Contract contract) {
        Button tryIt = button("guest", () -> tryGuest(contract.id()));
        tryIt.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor portal = new Anchor(
                trials.make(contract).toString(), getTranslation("customer.guest.portal"), AnchorTarget.BLANK);
        portal.setRouterIgnore(true);
        return new Component[] {tryIt, outcome, portal};
    }

    private void tryGuest(ContractId id) {
        Outcome came = guest.tryIn(id);
        outcome.setText(getTranslation("customer.guest." + came));
    }

    private void invite(ContractId id) {
        Invitations.ofOwner(accounts, links, id, allContracts, () -> show(id));
    }

    private void addGateway(Contract contract) {
        NewGateways.open(gateways, allContracts, contract, () -> show(contract.id()));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "customer.title");
    }
}
