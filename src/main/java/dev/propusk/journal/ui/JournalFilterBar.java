package dev.propusk.journal.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.journal.JournalFilter;
import dev.propusk.panel.DayPicker;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter over the journal, and its form in the page's address. */
class JournalFilterBar extends Composite<FlexLayout> {
    /** What the actions' names begin with. */
    static final List<String> GROUPS = List.of(
            "token.",
            "sheet.",
            "account.",
            "contract.",
            "support.",
            "journal.",
            "retention.",
            "api-key.",
            "webhook.",
            "gateway.",
            "session.",
            "guessing.");

    private final DayPicker from = new DayPicker(getTranslation("journal.filter.from"));
    private final DayPicker to = new DayPicker(getTranslation("journal.filter.to"));
    private final TextField actor = new TextField(getTranslation("journal.filter.actor"));
    private final Select<String> action = new Select<>();
    private final TextField contract = new TextField(getTranslation("journal.filter.contract"));
    private final Button subjectOff = new Button(getTranslation("journal.filter.subject-off"), click -> clearSubject());
    private final Runnable changed;
    private @Nullable UUID subject;
    private boolean quiet;

    /**
     * @param provider whether all contracts' entries are shown
     * @param changed called when a person has changed the filter
     */
    JournalFilterBar(boolean provider, Runnable changed) {
        this.changed = changed;
        contract.setVisible(provider);
        action.setLabel(getTranslation("journal.filter.action"));
        action.setItems(GROUPS);
        action.setEmptySelectionAllowed(true);
        action.setEmptySelectionCaption(getTranslation("journal.filter.any-action"));
        action.setPlaceholder(getTranslation("journal.filter.any-action"));
        action.setItemLabelGenerator(group -> group == null
                ? getTranslation("journal.filter.any-action")
                : getTranslation("journal.group." + group.replace(".", "")));
        for (TextField field : List.of(actor, contract)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
        }
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(from, to, actor, action, contract)) {
            field.addValueChangeListener(change -> tell());
        }
        getContent().addClassNames("filter-bar", "journal-filter");
        getContent().add(from, to, actor, action, contract, subjectOff);
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    private void clearSubject() {
        subject = null;
        tell();
    }

    /** Both dates belong to the period. */
    JournalFilter filter(ZoneId zone) {
        return new JournalFilter(
                from.start(zone),
                to.end(zone),
                text(actor),
                action.getValue(),
                subject,
                contract.isVisible() ? text(contract) : null);
    }

    private static @Nullable String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    QueryParameters parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "from", from.getValue());
        put(values, "to", to.getValue());
        put(values, "actor", text(actor));
        put(values, "action", action.getValue());
        put(values, "contract", text(contract));
        put(values, "subject", subject);
        return QueryParameters.simple(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** Takes the filter from an address; what makes no sense there does not count. */
    void read(QueryParameters parameters) {
        quiet = true;
        from.read(parameters.getSingleParameter("from"));
        to.read(parameters.getSingleParameter("to"));
        actor.setValue(parameters.getSingleParameter("actor").orElse(""));
        contract.setValue(parameters.getSingleParameter("contract").orElse(""));
        action.setValue(
                parameters.getSingleParameter("action").filter(GROUPS::contains).orElse(null));
        subject = uuid(parameters.getSingleParameter("subject"));
        subjectOff.setVisible(subject != null);
        quiet = false;
    }

    private static @Nullable UUID uuid(Optional<String> text) {
        try {
            return text.map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
