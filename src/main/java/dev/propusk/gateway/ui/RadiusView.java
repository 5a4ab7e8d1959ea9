package dev.propusk.gateway.ui;

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
import dev.propusk.base.Dates;
import dev.propusk.base.NetworkAddress;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.freeradius.OriginTrial;
import dev.propusk.gateway.freeradius.RadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordGrid;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;

/** The FreeRADIUS servers that gateways speak to, and whom they did not know. */
@Route("radius")
@Menu(title = "radius.title", order = 31, icon = "vaadin:exchange")
@RolesAllowed("ADMIN")
class RadiusView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final RadiusServers servers;
    private final RefusedRequests refused;
    private final ZoneId zone;
    private final RecordGrid<RadiusServer> serverGrid = new RecordGrid<>();
    private final RecordGrid<Refused> refusedGrid = new RecordGrid<>();

    RadiusView(
            RadiusServers servers,
            RefusedRequests refused,
            OriginTrial trial,
            Contracts contracts,
            ProviderSettings provider) {
        this.servers = servers;
        this.refused = refused;
        this.zone = provider.timeZone();
        Button add = new Button(getTranslation("radius.add"), click -> openNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("radius.title")), add);
        header.addClassName("page-header");
        setUpServers();
        setUpRefused();
        add(header, hint("radius.about"), serverGrid);
        add(new H2(getTranslation("radius.try")), hint("radius.try.about"), new OriginTrialForm(trial, contracts));
        add(new H2(getTranslation("radius.refused")), hint("radius.refused.about"), refusedGrid);
    }

    private Paragraph hint(String text) {
        Paragraph hint = new Paragraph(getTranslation(text));
        hint.addClassName("hint");
        return hint;
    }

    private void setUpServers() {
        serverGrid.text("radius.name", RadiusServer::name);
        serverGrid.text(
                "radius.addresses",
                server -> server.addresses().ranges().isEmpty()
                        ? getTranslation("radius.everywhere")
                        : server.addresses().toString());
        serverGrid.text("radius.added", server -> moment(server.addedAt()));
        serverGrid.text(
                "radius.heard", server -> server.heardAt().map(this::moment).orElse(getTranslation("radius.never")));
        serverGrid.action(this::removal);
        serverGrid.setAllRowsVisible(true);
        serverGrid.setEmptyStateText(getTranslation("radius.empty"));
    }

    private Button removal(RadiusServer server) {
        Button remove = new Button(getTranslation("radius.remove"), click -> askToRemove(server));
        remove.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("radius.remove.named", server.name()));
        return remove;
    }

    private void setUpRefused() {
        refusedGrid.text("radius.refused.source", RadiusView::source).setPartNameGenerator(row -> "code");
        refusedGrid.text("radius.refused.why", row -> getTranslation("radius.refusal." + row.refusal()));
        refusedGrid.text("radius.refused.ssid", row -> row.ssid().orElse("–"));
        refusedGrid.text("radius.refused.nas", row -> row.nasIdentifier().orElse("–"));
        refusedGrid.text("radius.refused.at", row -> moment(row.at()));
        refusedGrid.setAllRowsVisible(true);
        refusedGrid.setEmptyStateText(getTranslation("radius.refused.empty"));
    }

    private static String source(Refused row) {
        return NetworkAddress.read(row.source()).map(NetworkAddress::shown).orElse(row.source());
    }

    private String moment(Instant at) {
        return Dates.moment(this, at, zone);
    }

    private void openNew() {
        new RadiusServerDialog(servers, this::refresh).open();
    }

    private void askToRemove(RadiusServer server) {
        new Confirmation(
                        getTranslation("radius.remove.question", server.name()),
                        getTranslation("radius.remove.consequence"),
                        getTranslation("radius.remove"),
                        () -> remove(server))
                .open();
    }

    private void remove(RadiusServer server) {
        servers.remove(server.id());
        Notices.done(getTranslation("radius.removed", server.name()));
        refresh();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        serverGrid.setItems(servers.all());
        refusedGrid.setItems(refused.latest());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "radius.title");
    }
}
