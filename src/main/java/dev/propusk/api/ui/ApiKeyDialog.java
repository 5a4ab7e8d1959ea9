package dev.propusk.api.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.AddressList;
import dev.propusk.panel.DayPicker;
import dev.propusk.panel.FormDialog;
import dev.propusk.security.KeyScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what a new key is for. */
class ApiKeyDialog extends FormDialog<ApiKeyDialog.Answers> {
    private final ZoneId zone;
    private final Consumer<NewApiKey> make;

    /** What is typed. */
    public record Answers(
            String name, Set<KeyScope> scopes, @Nullable LocalDate lastDay, String addresses) {
        /** The whole last day belongs to the key's time. */
        NewApiKey in(ZoneId zone) {
            return new NewApiKey(
                    name,
                    scopes,
                    lastDay == null
                            ? null
                            : lastDay.plusDays(1).atStartOfDay(zone).toInstant(),
                    AddressList.parse(addresses));
        }
    }

    /**
     * A form for any scope and without an end.
     *
     * @param make takes what a person asked for
     */
    ApiKeyDialog(ZoneId zone, LocalDate today, Consumer<NewApiKey> make) {
        super(Answers.class);
        this.zone = zone;
        this.make = make;
        setHeaderTitle(getTranslation("key.make.title"));
        TextField name = new TextField(getTranslation("key.name"));
        CheckboxGroup<KeyScope> scopes = new CheckboxGroup<>(getTranslation("key.scopes"));
        DayPicker lastDay = new DayPicker(getTranslation("key.last-day"));
        name.setMaxLength(NewApiKey.MAX_NAME);
        name.setHelperText(getTranslation("key.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        scopes.setItems(KeyScope.values());
        scopes.setItemLabelGenerator(scope -> getTranslation("key.scope." + scope) + " — " + scope.word());
        scopes.setValue(Set.of(KeyScope.values()));
        lastDay.setHelperText(getTranslation("key.last-day.help"));
        lastDay.setMin(today);
        form().line(name, "name", text -> !text.isEmpty(), getTranslation("key.name.error", NewApiKey.MAX_NAME));
        form().bind(scopes, "scopes", chosen -> !chosen.isEmpty(), getTranslation("key.scopes.error"));
        form().bind(
                        lastDay,
                        "lastDay",
                        day -> day == null || !day.isBefore(today),
                        getTranslation("key.last-day.error"));
        TextField addresses = new TextField(getTranslation("key.addresses"));
        addresses.setHelperText(getTranslation("key.addresses.help"));
        addresses.setWidthFull();
        form().line(addresses, "addresses", AddressList::isOne, getTranslation("key.addresses.error"));
        VerticalLayout fields = new VerticalLayout(name, scopes, lastDay, addresses);
        fields.setPadding(false);
        add(fields);
        offer(getTranslation("key.make")).addClickShortcut(Key.ENTER);
        setWidth("min(480px, 96vw)");
        name.focus();
    }

    @Override
    protected boolean save() {
        return form().create(answers -> make.accept(answers.in(zone)));
    }
}
