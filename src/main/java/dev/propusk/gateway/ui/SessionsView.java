package dev.propusk.gateway.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.Dates;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Amounts;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Who was online in a network, as its gateways report it; the owner also sees which gateways it has. */
@Route("sessions")
@Menu(title = "session.title", order = 4, icon = "vaadin:connect")
@RolesAllowed({"OWNER", "OPERATOR"})
class SessionsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {

    private final DeviceSessions sessions;
    private final Gateways gateways;
    private final Contracts contracts;
    private final ContractId contract;
    private final boolean ownerIsHere;
    private final Paragraph equipment = new Paragraph();
    private final RecordGrid<DeviceSession> grid = new RecordGrid<>();
    private ZoneId zone = ZoneOffset.UTC;

    SessionsView(DeviceSessions sessions, Gateways gateways, Contracts contracts, CurrentUser currentUser) {
        this.sessions = sessions;
        this.gateways = gateways;
        this.contract = currentUser.contract();
        this.contracts = contracts;
        this.ownerIsHere = currentUser
                .panelUser()
                .filter(user -> user.role() == Role.OWNER)
                .isPresent();
        equipment.setVisible(ownerIsHere);
        setUpGrid();
        setSizeFull();
        add(new H1(getTranslation("session.title")), equipment, grid);
    }

    private void setUpGrid() {
        grid.text("session.device", session -> session.device().toString()).setPartNameGenerator(row -> "code");
        grid.text("session.address", session -> session.address().orElse("–")).setPartNameGenerator(row -> "code");
        grid.text("session.gateway", DeviceSession::gatewayName);
        grid.text("session.from", session -> time(session.startedAt()));
        grid.text("session.to", this::end);
        grid.text("session.in", session -> amount(session.in()));
        grid.text("session.out", session -> amount(session.out()));
        grid.setEmptyStateText(getTranslation("session.empty"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        zone = contracts.get(contract).zone();
        grid.setItems(sessions.of(contract));
        if (ownerIsHere) {
            String all = gateways.of(contract).stream().map(this::words).collect(Collectors.joining("; "));
            equipment.setText(
                    all.isEmpty() ? getTranslation("session.no-gateways") : getTranslation("session.gateways", all));
        }
    }

    private String words(Gateway gateway) {
        String kind = getTranslation("gateway.kind." + gateway.kind());
        return gateway.name() + " (" + kind + (gateway.sources().isEmpty() ? "" : ", " + gateway.sources()) + ")";
    }

    /** Where nobody told the end, when it was last heard of. */
    private String end(DeviceSession session) {
        return session.endedAt()
                .map(this::time)
                .map(at -> session.isEndAGuess() ? getTranslation("session.last-heard", at) : at)
                .orElseGet(() -> getTranslation("session.now"));
    }

    private String time(Instant at) {
        return Dates.moment(this, at, zone);
    }

    private String amount(long bytes) {
        return new Amounts(getLocale(), this::getTranslation).bytes(bytes);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "session.title");
    }
}
