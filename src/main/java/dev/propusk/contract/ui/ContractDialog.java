package dev.propusk.contract.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.contract.InvalidContractException;
import dev.propusk.contract.LimitFields;
import dev.propusk.contract.NewContract;
import dev.propusk.panel.FormDialog;
import dev.propusk.panel.RecordForm;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Predicate;

/** Asks what a contract is opened with, or what it is to be from now on. */
class ContractDialog extends FormDialog<NewContract> {
    private final Predicate<RecordForm<NewContract>> save;

    /**
     * An empty form.
     *
     * @param title in words
     * @param usual the zone of a contract that says nothing else
     * @param save whether it was saved; what it throws as {@link InvalidContractException} is shown at its field
     */
    ContractDialog(String title, ZoneId usual, Predicate<RecordForm<NewContract>> save) {
        super(NewContract.class);
        this.save = save;
        setHeaderTitle(title);
        setWidth("min(620px, 96vw)");
        TextField number = new TextField(getTranslation("contract.number"));
        TextField name = new TextField(getTranslation("contract.name"));
        TextField ssid = new TextField(getTranslation("contract.ssid"));
        TextField slug = new TextField(getTranslation("contract.slug"));
        ZoneBox zone = new ZoneBox(getTranslation("contract.zone"));
        Checkbox believes = new Checkbox(getTranslation("contract.believes.label"));
        LimitFields limits = new LimitFields(getTranslation("limits.help.network"));
        limits.setLabel(getTranslation("limits.title"));
        slug.setHelperText(getTranslation("contract.slug.help"));
        ssid.setHelperText(getTranslation("contract.ssid.help"));
        zone.setValue(usual);
        form().line(number, "number", NewContract::isNumber, getTranslation("contract.error.number"));
        form().line(name, "name", NewContract::isName, getTranslation("contract.error.name"));
        form().bind(ssid, "ssid", NewContract::isSsid, getTranslation("contract.error.ssid"));
        form().line(slug, "slug", NewContract::isSlug, getTranslation("contract.error.slug"));
        form().bind(zone, "zone", Objects::nonNull, getTranslation("contract.error.zone"));
        form().bind(believes, "believesLinkMac");
        limits.bind(form());
        FormLayout layout = new FormLayout(number, name, ssid, slug, zone, believes, limits);
        layout.setColspan(limits, 2);
        add(layout);
        offer(getTranslation("contract.save")).addClickShortcut(Key.ENTER);
    }

    @Override
    protected boolean save() {
        try {
            return save.test(form());
        } catch (InvalidContractException e) {
            form().refuse(e.field(), getTranslation("contract.error." + e.field()));
            return false;
        }
    }
}
