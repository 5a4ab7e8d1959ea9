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
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.ui.Invitations;
import dev.propusk.account.ui.LinkDialogs;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.ContractNotFoundException;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.TrialLinks;
import dev.propusk.customer.CustomerProgress;
import dev.propusk.customer.CustomerProgress.Steps;
import dev.propusk.customer.TestGuest;
import dev.propusk.customer.TestGuest.Outcome;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.ui.NewGateways;
import dev.propusk.security.ContractId;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One customer on the way to the first guest: what is done, what is missing, and the button that does it. */
@Route("customers")
@RolesAllowed("ADMIN")
class CustomerView extends VerticalLayout implements HasUrlParameter<String>, AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final ContractList allContracts;
    private final AccountAdministration accounts;
    private final LinkDialogs links;
    private final Gateways gateways;
    private final CustomerProgress progress;
    private final TestGuest guest;
    private final TrialLinks trials;
    private final H1 heading = new H1();
    private final OrderedList steps = new OrderedList();
    private final Paragraph outcome = new Paragraph();
    private ContractId shown = new ContractId(new UUID(0, 0));

    CustomerView(
            Contracts contracts,
            ContractList allContracts,
            AccountAdministration accounts,
            LinkDialogs links,
            Gateways gateways,
            CustomerProgress progress,
            TestGuest guest,
            TrialLinks trials) {
        this.contracts = contracts;
        this.allContracts = allContracts;
        this.accounts = accounts;
        this.links = links;
        this.gateways = gateways;
        this.progress = progress;
        this.guest = guest;
        this.trials = trials;
        steps.addClassName("steps");
        outcome.getElement().setAttribute("role", "status");
        addClassName("start-view");
        add(heading, new Paragraph(getTranslation("customer.intro")), steps);
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        try {
            shown = new ContractId(UUID.fromString(id));
            contracts.get(shown);
        } catch (IllegalArgumentException | ContractNotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        Contract contract = contracts.get(shown);
        Steps done = progress.of(shown);
        heading.setText(contract.number() + ", " + contract.name());
        steps.removeAll();
        step(
                "contract",
                contract.isOpen(),
                contract.ssid(),
                new Anchor("contracts?q=" + contract.number(), getTranslation("customer.contract.link")));
        step(
                "owner",
                done.ownerCame(),
                state("owner", done.ownerInvited(), done.ownerCame()),
                button("owner", () -> invite(contract)));
        step(
                "gateway",
                done.gatewayHeard(),
                state("gateway", done.gatewayAdded(), done.gatewayHeard()),
                button("gateway", () -> addGateway(contract)));
        step("guest", false, getTranslation("customer.guest.text"), tried(contract));
    }

    private String state(String step, boolean begun, boolean done) {
        return getTranslation("customer." + step + (done ? ".done" : begun ? ".begun" : ".missing"));
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
        Button tryIt = button("guest", this::tryGuest);
        tryIt.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor portal = new Anchor(
                trials.make(contract).toString(), getTranslation("customer.guest.portal"), AnchorTarget.BLANK);
        portal.setRouterIgnore(true);
        return new Component[] {tryIt, outcome, portal};
    }

    private void tryGuest() {
        Outcome came = guest.tryIn(shown);
        outcome.setText(getTranslation("customer.guest." + came));
    }

    private void invite(Contract contract) {
        Invitations.ofOwner(accounts, links, contract.id(), allContracts, this::show);
    }

    private void addGateway(Contract contract) {
        NewGateways.open(gateways, allContracts, contract, this::show);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "customer.title");
    }
}
