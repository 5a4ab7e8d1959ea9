package dev.propusk.gateway.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.panel.RecordForm;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayNotFoundException;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.HeldAnnulments;
import dev.propusk.gateway.HeldAnnulments.Held;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.ContractId;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The provider's administrators set up gateways. */
@Route("gateways")
@Menu(title = "gateway.title", order = 30, icon = "vaadin:server")
@RolesAllowed("ADMIN")
class GatewaysView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Gateways gateways;
    private final Contracts contracts;
    private final HeldAnnulments heldAnnulments;
    private final Div held = new Div();
    private final RecordGrid<Gateway> grid = new RecordGrid<>();
    private final Map<ContractId, Contract> known = new HashMap<>();

    GatewaysView(Gateways gateways, Contracts contracts, HeldAnnulments heldAnnulments) {
        this.gateways = gateways;
        this.contracts = contracts;
        this.heldAnnulments = heldAnnulments;
        Button add = new Button(getTranslation("gateway.add"), click -> openNew());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("gateway.title")), add);
        header.addClassName("page-header");
        held.addClassName("notices");
        setUpGrid();
        setSizeFull();
        add(header, held, grid);
    }

    private void setUpGrid() {
        grid.text("gateway.name", Gateway::name);
        grid.text("gateway.contract", gateway -> {
            Contract contract = known.computeIfAbsent(gateway.contract(), contracts::get);
            return contract.number() + ", " + contract.name();
        });
        grid.text("gateway.kind", gateway -> getTranslation("gateway.kind." + gateway.kind()));
        grid.text("gateway.nas", gateway -> gateway.nasIdentifier().orElse("–"));
        grid.text("gateway.address", gateway -> gateway.address().orElse("–"));
        grid.text(
                "gateway.radius", gateway -> getTranslation(gateway.hasRadiusSecret() ? "gateway.yes" : "gateway.no"));
        grid.setEmptyStateText(getTranslation("gateway.empty"));
        grid.addItemClickListener(click -> open(click.getItem()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        known.clear();
        grid.setItems(gateways.all());
        held.removeAll();
        heldAnnulments.all().forEach(this::show);
        held.setVisible(held.getChildren().findAny().isPresent());
    }

    private void show(Held one) {
        Contract contract = known.computeIfAbsent(one.contract(), contracts::get);
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

    private Button decision(String key, String question, String consequence, Runnable deed) {
        String name = getTranslation(key);
        return new Button(
                name,
                click -> new Confirmation(question, consequence, name, () -> {
                            deed.run();
                            refresh();
                        })
                        .open());
    }

    private void openNew() {
        new GatewayDialog(getTranslation("gateway.new"), contracts.all(), form -> form.create(this::add)).open();
    }

    private void add(GatewayAnswers answers) {
        keyed(
                gateways.add(answers.contract().id(), answers.terms()),
                !answers.radiusSecret().isEmpty());
    }

    private void open(Gateway clicked) {
        Gateway gateway = gateways.get(clicked.contract(), clicked.id());
        List<Contract> all = contracts.all();
        Contract contract = all.stream()
                .filter(one -> one.id().equals(gateway.contract()))
                .findFirst()
                .orElseThrow();
        GatewayDialog dialog = new GatewayDialog(gateway.name(), all, form -> change(contract, gateway.id(), form));
        dialog.show(new Seen<>(GatewayAnswers.of(contract, gateway), gateway.version()), gateway);
        dialog.offer(getTranslation("gateway.renew-key"), "gateway.renew-key.confirm", () -> renewKey(gateway));
        dialog.offer(getTranslation("gateway.remove"), "gateway.remove.confirm", () -> {
            gateways.remove(gateway.contract(), gateway.id());
            refresh();
        });
        dialog.open();
    }

    private boolean change(Contract contract, GatewayId id, RecordForm<GatewayAnswers> form) {
        try {
            return form.change((answers, seen) -> change(contract, id, answers, seen), () -> latest(contract, id));
        } catch (GatewayNotFoundException e) {
            Notices.problem(getTranslation("gateway.gone"));
            return false;
        }
    }

    private void change(Contract contract, GatewayId id, GatewayAnswers answers, Seen<GatewayAnswers> seen) {
        gateways.change(contract.id(), id, answers.change(), seen.version());
        refresh();
        Notices.done(getTranslation("gateway.changed"));
    }

    private Seen<GatewayAnswers> latest(Contract contract, GatewayId id) {
        Gateway now = gateways.get(contract.id(), id);
        return new Seen<>(GatewayAnswers.of(contract, now), now.version());
    }

    private void renewKey(Gateway gateway) {
        try {
            keyed(gateways.renewKey(gateway.contract(), gateway.id(), gateway.version()), gateway.hasRadiusSecret());
        } catch (ChangedMeanwhileException e) {
            refresh();
            Notices.problem(MeanwhileNotice.sentence(this, e));
        }
    }

    private void keyed(Keyed keyed, boolean radius) {
        refresh();
        new GatewayKeyDialog(keyed, radius).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gateway.title") + " · " + getTranslation("app.name");
    }
}
