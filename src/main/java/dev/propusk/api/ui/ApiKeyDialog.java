package dev.propusk.api.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.panel.DayPicker;
import dev.propusk.security.KeyScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;

/** Asks what a new key is for. */
class ApiKeyDialog extends Dialog {
    private final TextField name = new TextField(getTranslation("key.name"));
    private final CheckboxGroup<KeyScope> scopes = new CheckboxGroup<>(getTranslation("key.scopes"));
    private final DayPicker lastDay = new DayPicker(getTranslation("key.last-day"));
    private final ZoneId zone;
    private final Consumer<NewApiKey> make;

    /** @param make called with what a person asked for; the dialog has closed by then */
    ApiKeyDialog(ZoneId zone, LocalDate today, Consumer<NewApiKey> make) {
        this.zone = zone;
        this.make = make;
        setHeaderTitle(getTranslation("key.make.title"));
        name.setMaxLength(NewApiKey.MAX_NAME);
        name.setHelperText(getTranslation("key.name.help"));
        name.setRequiredIndicatorVisible(true);
        scopes.setItems(KeyScope.values());
        scopes.setItemLabelGenerator(scope -> getTranslation("key.scope." + scope) + " — " + scope.word());
        scopes.setValue(Set.of(KeyScope.values()));
        lastDay.setHelperText(getTranslation("key.last-day.help"));
        lastDay.setMin(today);
        Button save = new Button(getTranslation("key.make"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        VerticalLayout form = new VerticalLayout(name, scopes, lastDay);
        form.setPadding(false);
        name.setWidthFull();
        add(form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
        setWidth("min(480px, 96vw)");
        name.focus();
    }

    private void submit() {
        name.setErrorMessage(getTranslation("key.name.error", NewApiKey.MAX_NAME));
        name.setInvalid(name.getValue().isBlank());
        scopes.setErrorMessage(getTranslation("key.scopes.error"));
        scopes.setInvalid(scopes.getValue().isEmpty());
        lastDay.setErrorMessage(getTranslation("key.last-day.error"));
        if (name.isInvalid() || scopes.isInvalid() || lastDay.isInvalid()) {
            return;
        }
        close();
        // the whole last day belongs to the key's time
        make.accept(new NewApiKey(name.getValue(), scopes.getValue(), lastDay.end(zone)));
    }
}
