package dev.propusk.gateway.ui;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayList;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.HeldAnnulments;
import dev.propusk.gateway.HeldAnnulments.Held;
import dev.propusk.list.SearchedList;
import dev.propusk.panel.Confirmation;
import dev.propusk.security.ContractId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The provider's administrators set up gateways. */
@Route("gateways")
@Menu(title = "gateway.title", order = 30, icon = "vaadin:server")
@RolesAllowed("ADMIN")
class GatewaysView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Gateways gateways;
    private final Contracts contracts;
    private final ContractList allContracts;
    private final HeldAnnulments heldAnnulments;
    private final GatewayDeeds deeds;
    private final Div held = new Div();
    private final SearchedList<Listed> list;

    GatewaysView(
            Gateways gateways,
            GatewayList all,
            Contracts contracts,
            ContractList allContracts,
            HeldAnnulments heldAnnulments,
            GatewayMeans means) {
        this.gateways = gateways;
        this.contracts = contracts;
        this.allContracts = allContracts;
        this.heldAnnulments = heldAnnulments;
        this.deeds = new GatewayDeeds(this, means, this::refresh);
        this.list = new SearchedList<>(
                all,
                List.of(GatewayList.BY_NAME),
                row -> row.gateway().id().value(),
                "gateway.filter",
                "gateway.empty");
        Button add = new Button(getTranslation("gateway.add"), click -> openNew());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("gateway.title")), add);
        header.addClassName("page-header");
        held.addClassName("notices");
        setUpColumns();
        setSizeFull();
        add(header, held, list);
    }

    private void setUpColumns() {
        column("gateway.name", Gateway::name).setSortProperty(GatewayList.BY_NAME.column());
        list.grid().text("gateway.contract", row -> words(row.contract()));
        column("gateway.kind", gateway -> getTranslation("gateway.kind." + gateway.kind()));
        column(
                "gateway.address",
                gateway -> gateway.sources().isEmpty() ? "–" : gateway.sources().toString());
        column("gateway.signs", gateway -> SignFields.words(this, gateway.signs()));
        column("gateway.radius", gateway -> getTranslation(gateway.hasRadiusSecret() ? "gateway.yes" : "gateway.no"));
        list.grid().action(this::state);
        list.grid().addItemClickListener(click -> deeds.open(click.getItem()));
    }

    private Grid.Column<Listed> column(String heading, ValueProvider<Gateway, String> value) {
        return list.grid().text(heading, row -> value.apply(row.gateway()));
    }

    private Anchor state(Listed row) {
        Anchor link = new Anchor(GatewayView.address(row.gateway().id()), getTranslation("gateway.state"));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("gateway.state.named", row.gateway().name()));
        return link;
    }

    private static String words(Contract contract) {
        return contract.number() + ", " + contract.name();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.show(event);
        showHeld();
    }

    private void refresh() {
        list.refresh();
        showHeld();
    }

    private void showHeld() {
        held.removeAll();
        List<Held> waiting = heldAnnulments.all();
        Map<ContractId, Contract> their =
                contracts.find(waiting.stream().map(Held::contract).distinct().toList()).stream()
                        .collect(toMap(Contract::id, Function.identity()));
        waiting.forEach(one -> show(one, Objects.requireNonNull(their.get(one.contract()))));
        held.setVisible(!waiting.isEmpty());
    }

    private void show(Held one, Contract contract) {
        Button carryOut = decision(
                "gateway.held.carry-out",
                getTranslation("gateway.held.carry-out.question", one.count()),
                getTranslation("gateway.held.carry-out.consequence", one.name()),
                () -> heldAnnulments.carryOut(one));
        carryOut.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button discard = decision(
                "gateway.held.discard",
                getTranslation("gateway.held.discard.question", one.count()),
                getTranslation("gateway.held.discard.consequence", one.name()),
                () -> heldAnnulments.discard(one));
        Div notice = new Div(
                new Paragraph(getTranslation("gateway.held", one.name(), contract.number(), one.count())),
                carryOut,
                discard);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        held.add(notice);
    }

    private Button decision(String key, String question, String consequence, Runnable action) {
        String name = getTranslation(key);
        return new Button(
                name,
                click -> new Confirmation(question, consequence, name, () -> {
                            action.run();
                            refresh();
                        })
                        .open());
    }

    private void openNew() {
        NewGateways.open(gateways, allContracts, null, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "gateway.title");
    }
}
