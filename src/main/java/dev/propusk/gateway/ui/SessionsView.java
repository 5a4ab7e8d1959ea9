package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.contact.GatewayStates;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.NetworkSessions;
import dev.propusk.gateway.online.SessionChanges;
import dev.propusk.list.LiveUpdates;
import dev.propusk.list.SearchedList;
import dev.propusk.list.TwoLines;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.Role;
import dev.propusk.token.end.Annulments;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is online in a network, and who was, as its gateways report it; the owner also sees which gateways it has. */
@Route("sessions")
@Menu(title = "session.title", order = 4, icon = "vaadin:connect")
@RolesAllowed({"OWNER", "OPERATOR"})
class SessionsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private static final String ALL = "all";

    private final Gateways gateways;
    private final GatewayStates states;
    private final Contracts contracts;
    private final ContractId contract;
    private final boolean ownerIsHere;
    private final Clock clock;
    private final SessionWords words;
    private final SessionRows rows;
    private final EndOfSession end;
    private final Paragraph equipment = new Paragraph();
    private final Tab online = new Tab(getTranslation("session.online"));
    private final Tab all = new Tab(getTranslation("session.all"));
    private final Tabs tabs = new Tabs(online, all);
    private final SearchedList<NetworkSession> list;
    private boolean open;

    SessionsView(
            NetworkSessions sessions,
            SessionChanges changes,
            Annulments annulments,
            Gateways gateways,
            GatewayStates states,
            Contracts contracts,
            CurrentUser currentUser,
            Clock clock) {
        this.gateways = gateways;
        this.states = states;
        this.contract = currentUser.contract();
        this.contracts = contracts;
        this.clock = clock;
        this.ownerIsHere = currentUser
                .panelUser()
                .filter(user -> user.role() == Role.OWNER)
                .isPresent();
        this.words = new SessionWords(this, getLocale());
        this.rows = new SessionRows(sessions, contract);
        this.list = new SearchedList<>(
                rows, List.of(NetworkSessions.BY_START), row -> row.session().id(), "session.filter", "session.empty");
        this.end = new EndOfSession(this, annulments, contract, list::refresh);
        LiveUpdates.follow(
                this, watcher -> changes.watch(contract, watcher), list::changedElsewhere, list::databaseAway);
        equipment.setVisible(ownerIsHere);
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                go();
            }
        });
        setUpColumns();
        setSizeFull();
        add(new H1(getTranslation("session.title")), equipment, tabs, list);
    }

    private void setUpColumns() {
        RecordGrid<NetworkSession> grid = list.grid();
        grid.part(
                        "session.device",
                        row -> new TwoLines(
                                row.session().device().toString(),
                                row.session().address().orElse("")))
                .setPartNameGenerator(row -> "code");
        grid.part("session.token", words::token);
        grid.text("session.from", row -> words.time(row.session().startedAt()));
        grid.part("session.heard", words::heard);
        grid.part("session.traffic", words::traffic);
        grid.text("session.gateway", row -> row.session().gatewayName());
        grid.action(this::ending);
    }

    /** Nothing where there is nothing to annul: the gateway puts off by itself whom it is to put off. */
    private Component ending(NetworkSession row) {
        if (!open
                || row.session().endedAt().isPresent()
                || row.live(clock.instant()).isEmpty()) {
            return new Span();
        }
        Button button = new Button(getTranslation("session.end"), click -> end.ask(row, row.live(clock.instant())));
        button.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("session.end.named", row.session().device()));
        return button;
    }

    private void go() {
        UI ui = UI.getCurrent();
        QueryParameters asked = ui.getActiveViewLocation().getQueryParameters().excluding(ALL);
        ui.navigate(SessionsView.class, tabs.getSelectedTab().equals(all) ? asked.merging(ALL, "") : asked);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Contract of = contracts.get(contract);
        open = of.isOpen();
        words.speakOf(of);
        boolean onlineOnly =
                !event.getLocation().getQueryParameters().getParameters().containsKey(ALL);
        tabs.setSelectedTab(onlineOnly ? online : all);
        rows.show(onlineOnly);
        list.emptyText(onlineOnly ? "session.empty.online" : "session.empty");
        list.show(event);
        if (ownerIsHere) {
            Map<GatewayId, Instant> heard = states.lastHeard(contract);
            String its = gateways.of(contract).stream()
                    .map(gateway -> words(gateway, heard.get(gateway.id())))
                    .collect(Collectors.joining("; "));
            equipment.setText(
                    its.isEmpty() ? getTranslation("session.no-gateways") : getTranslation("session.gateways", its));
        }
    }

    private String words(Gateway gateway, @Nullable Instant heardAt) {
        String kind = getTranslation("gateway.kind." + gateway.kind());
        String name =
                gateway.name() + " (" + kind + (gateway.sources().isEmpty() ? "" : ", " + gateway.sources()) + ")";
        return heardAt == null
                ? getTranslation("session.gateway-never", name)
                : getTranslation("session.gateway-heard", name, words.time(heardAt));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "session.title");
    }
}
