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
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.InvalidContractException;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import jakarta.annotation.security.RolesAllowed;

/** The owner's own network: its name, what devices see, and its time zone. */
@Route("network")
@Menu(title = "network.title", order = 30, icon = "vaadin:cluster")
@RolesAllowed("OWNER")
class NetworkView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final ContractId contract;
    private final Paragraph number = new Paragraph();
    private final TextField name = new TextField(getTranslation("contract.name"));
    private final TextField ssid = new TextField(getTranslation("contract.ssid"));
    private final ZoneBox zone = new ZoneBox(getTranslation("contract.zone"));

    NetworkView(Contracts contracts, CurrentUser currentUser) {
        this.contracts = contracts;
        this.contract = currentUser.contract();
        ssid.setHelperText(getTranslation("network.ssid.help"));
        zone.setHelperText(getTranslation("network.zone.help"));
        Button save = new Button(getTranslation("contract.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        VerticalLayout form = new VerticalLayout(name, ssid, zone, save);
        form.setPadding(false);
        form.addClassName("narrow-form");
        add(new H1(getTranslation("network.title")), number, form);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Contract own = contracts.get(contract);
        number.setText(
                getTranslation("network.contract", own.number(), getTranslation("contract.status." + own.status())));
        name.setValue(own.name());
        ssid.setValue(own.ssid());
        zone.setValue(own.zone());
    }

    private void save() {
        name.setInvalid(false);
        ssid.setInvalid(false);
        zone.setErrorMessage(getTranslation("contract.error.zone"));
        zone.setInvalid(zone.isEmpty());
        if (zone.isInvalid()) {
            return;
        }
        try {
            contracts.changeNetwork(contract, name.getValue().strip(), ssid.getValue(), zone.getValue());
            Notices.done(getTranslation("contract.saved"));
        } catch (InvalidContractException e) {
            TextField wrong = e.field().equals("ssid") ? ssid : name;
            wrong.setErrorMessage(getTranslation("contract.error." + e.field()));
            wrong.setInvalid(true);
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("network.title") + " · " + getTranslation("app.name");
    }
}
