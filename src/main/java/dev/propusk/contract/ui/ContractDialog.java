package dev.propusk.contract.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.InvalidContractException;
import dev.propusk.contract.NewContract;
import dev.propusk.panel.Notices;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens a contract, or edits one. */
class ContractDialog extends Dialog {
    private final TextField number = new TextField(getTranslation("contract.number"));
    private final TextField name = new TextField(getTranslation("contract.name"));
    private final TextField slug = new TextField(getTranslation("contract.slug"));
    private final TextField ssid = new TextField(getTranslation("contract.ssid"));
    private final ZoneBox zone = new ZoneBox(getTranslation("contract.zone"));
    private final Checkbox believes = new Checkbox(getTranslation("contract.believes.label"));
    private final Contracts contracts;
    private final @Nullable Contract contract;
    private final Runnable done;

    /** @param contract null: a new one */
    ContractDialog(Contracts contracts, @Nullable Contract contract, Runnable done) {
        this.contracts = contracts;
        this.contract = contract;
        this.done = done;
        setHeaderTitle(
                contract == null
                        ? getTranslation("contract.open")
                        : getTranslation("contract.edit.title", contract.number()));
        setWidth("min(620px, 96vw)");
        slug.setHelperText(getTranslation("contract.slug.help"));
        ssid.setHelperText(getTranslation("contract.ssid.help"));
        zone.setValue(ZoneId.of("Europe/Moscow"));
        if (contract != null) {
            number.setValue(contract.number());
            name.setValue(contract.name());
            slug.setValue(contract.slug());
            ssid.setValue(contract.ssid());
            zone.setValue(contract.zone());
            believes.setValue(contract.believesLinkMac());
        }
        Button save = new Button(getTranslation("contract.save"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(new FormLayout(number, name, ssid, slug, zone, believes));
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
    }

    private void submit() {
        Map<String, HasValidation> fields = Map.of("number", number, "name", name, "slug", slug, "ssid", ssid);
        fields.values().forEach(field -> field.setInvalid(false));
        zone.setErrorMessage(getTranslation("contract.error.zone"));
        zone.setInvalid(zone.isEmpty());
        if (zone.isInvalid()) {
            return;
        }
        try {
            NewContract terms = new NewContract(
                    number.getValue().strip(),
                    name.getValue().strip(),
                    slug.getValue().strip(),
                    ssid.getValue(),
                    zone.getValue(),
                    believes.getValue());
            if (contract == null) {
                contracts.open(terms);
            } else {
                contracts.change(contract.id(), terms);
            }
            close();
            Notices.done(getTranslation("contract.saved"));
            done.run();
        } catch (InvalidContractException e) {
            HasValidation wrong = fields.getOrDefault(e.field(), name);
            wrong.setErrorMessage(getTranslation("contract.error." + e.field()));
            wrong.setInvalid(true);
        }
    }
}
