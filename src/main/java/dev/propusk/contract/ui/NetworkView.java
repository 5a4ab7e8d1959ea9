package dev.propusk.contract.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.LimitFields;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.contract.NewContract;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordForm;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;

/** The owner's own network: its name, what devices see, its time zone, and what devices may do. */
@Route("network")
@Menu(title = "network.title", order = 30, icon = "vaadin:cluster")
@RolesAllowed("OWNER")
class NetworkView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final ContractId contract;
    private final Paragraph number = new Paragraph();
    private final RecordForm<NetworkTerms> form = new RecordForm<>(NetworkTerms.class);

    NetworkView(Contracts contracts, CurrentUser currentUser) {
        this.contracts = contracts;
        this.contract = currentUser.contract();
        add(new H1(getTranslation("network.title")), number, form.notice(), fields());
    }

    private VerticalLayout fields() {
        TextField name = new TextField(getTranslation("contract.name"));
        TextField ssid = new TextField(getTranslation("contract.ssid"));
        ZoneBox zone = new ZoneBox(getTranslation("contract.zone"));
        ssid.setHelperText(getTranslation("network.ssid.help"));
        zone.setHelperText(getTranslation("network.zone.help"));
        form.line(name, "name", NewContract::isName, getTranslation("contract.error.name"));
        form.bind(ssid, "ssid", NewContract::isSsid, getTranslation("contract.error.ssid"));
        form.bind(zone, "zone", Objects::nonNull, getTranslation("contract.error.zone"));
        LimitFields limits = new LimitFields(getTranslation("limits.help.network"));
        limits.setLabel(getTranslation("limits.title"));
        limits.bind(form);
        Button save = new Button(getTranslation("contract.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        VerticalLayout fields = new VerticalLayout(name, ssid, zone, limits, save);
        fields.setPadding(false);
        fields.addClassName("narrow-form");
        return fields;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        form.show(latest());
    }

    private Seen<NetworkTerms> latest() {
        Contract own = contracts.get(contract);
        number.setText(
                getTranslation("network.contract", own.number(), getTranslation("contract.status." + own.status())));
        return own.seenNetwork();
    }

    private void save() {
        try {
            if (form.change((terms, seen) -> contracts.changeNetwork(contract, terms, seen.version()), this::latest)) {
                Notices.done(getTranslation("contract.saved"));
                form.show(latest());
            }
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "network.title");
    }
}
