package dev.propusk.gateway.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayList;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.contact.GatewayState;
import dev.propusk.gateway.contact.GatewayStates;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.gateway.trial.GatewayTrial;
import dev.propusk.list.LiveNotice;
import dev.propusk.list.LiveUpdates;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One gateway: whether it is heard, what was refused and why, and a button that tries it. */
@Route("gateways/:gateway")
@RolesAllowed("ADMIN")
class GatewayView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {
    private final GatewayList gateways;
    private final GatewayStates states;
    private final H1 title = new H1();
    private final LiveNotice notice = new LiveNotice(this::refresh);
    private final GatewayReport report;
    private final TrialPanel trial;
    private final LiveUpdates live;
    private @Nullable Listed shown;

    GatewayView(
            GatewayList gateways,
            GatewayStates states,
            GatewayTrial trials,
            GatewayMeans means,
            RadiusSettings radius,
            ProviderSettings provider,
            Clock clock) {
        this.gateways = gateways;
        this.states = states;
        this.trial = new TrialPanel(trials);
        GatewayWords words = new GatewayWords(this, provider.timeZone());
        this.report = new GatewayReport(words, clock, new SetUpPanel(words, radius, means.settings()), trial);
        this.live = LiveUpdates.follow(
                this,
                watcher ->
                        states.watch(shown().contract().id(), shown().gateway().id(), watcher),
                this::changedElsewhere,
                notice::databaseAway);
        GatewayDeeds deeds = new GatewayDeeds(this, means, this::refresh);
        Button change = new Button(getTranslation("gateway.change"), click -> deeds.open(shown()));
        FlexLayout header = new FlexLayout(title, change);
        header.addClassName("page-header");
        add(new Anchor("gateways", getTranslation("gateway.back")), header, notice, report);
    }

    /** Where a gateway's page is. */
    static String address(GatewayId gateway) {
        return "gateways/" + gateway;
    }

    private Listed shown() {
        return Objects.requireNonNull(shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Listed> found = event.getRouteParameters()
                .get("gateway")
                .flatMap(GatewayView::id)
                .flatMap(gateways::find);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        shown = found.get();
        refresh();
        live.followAnother(event.getUI());
    }

    private static Optional<GatewayId> id(String text) {
        try {
            return Optional.of(new GatewayId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By way of the browser, so that it is read in the name of who looks at it. */
    private void changedElsewhere() {
        getElement().executeJs("return true").then(there -> refresh());
    }

    /** Of one that was removed meanwhile what was last known stays. */
    private void refresh() {
        notice.clear();
        gateways.find(shown().gateway().id()).ifPresent(now -> shown = now);
        title.setText(shown().gateway().name());
        Optional<GatewayState> state =
                states.find(shown().contract().id(), shown().gateway().id());
        state.ifPresentOrElse(now -> report.show(shown(), now), report::gone);
        trial.show(shown());
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? PageTitle.of(this, "gateway.title")
                : PageTitle.named(this, shown.gateway().name());
    }
}
