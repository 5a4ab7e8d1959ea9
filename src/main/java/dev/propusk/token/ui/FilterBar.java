package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenFilter;
import dev.propusk.token.TokenState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filter over the token grid, and its form in the page's address. */
class FilterBar extends Composite<FlexLayout> {
    private final TextField text = new TextField();
    private final Select<TokenState> state = new Select<>();
    private final Select<Reuse> reuse = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private boolean quiet;

    /** @param changed called when a person has changed the filter */
    FilterBar(Runnable changed) {
        text.setPlaceholder(getTranslation("token.filter.text"));
        text.setAriaLabel(getTranslation("token.filter.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        setUp(state, TokenState.values(), "token.filter.state", "token.state.");
        setUp(reuse, Reuse.values(), "token.filter.reuse", "token.reuse.");
        setUp(from, "token.filter.from");
        setUp(to, "token.filter.to");
        Runnable unlessQuiet = () -> {
            if (!quiet) {
                changed.run();
            }
        };
        text.addValueChangeListener(change -> unlessQuiet.run());
        state.addValueChangeListener(change -> unlessQuiet.run());
        reuse.addValueChangeListener(change -> unlessQuiet.run());
        from.addValueChangeListener(change -> unlessQuiet.run());
        to.addValueChangeListener(change -> unlessQuiet.run());
        getContent().addClassName("filter-bar");
        getContent().add(text, state, reuse, from, to);
    }

    private <E extends Enum<E>> void setUp(Select<E> select, E[] items, String label, String words) {
        select.setAriaLabel(getTranslation(label));
        select.setPlaceholder(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(label));
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? getTranslation(label) : getTranslation(words + item));
    }

    private void setUp(DatePicker picker, String label) {
        picker.setPlaceholder(getTranslation(label));
        picker.setAriaLabel(getTranslation(label));
        picker.setClearButtonVisible(true);
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(List.of(getTranslation("date.months").split(",")))
                .setWeekdays(List.of(getTranslation("date.weekdays").split(",")))
                .setWeekdaysShort(List.of(getTranslation("date.weekdays-short").split(",")))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(getTranslation("date.today"))
                .setCancel(getTranslation("token.cancel")));
    }

    /** Both dates belong to the period, in the contract's zone. */
    TokenFilter filter(ZoneId zone) {
        return new TokenFilter(
                state.getValue(),
                reuse.getValue(),
                text.isEmpty() ? null : text.getValue(),
                start(from.getValue(), zone),
                start(to.getValue() == null ? null : to.getValue().plusDays(1), zone));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    QueryParameters parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", text.isEmpty() ? null : text.getValue());
        put(values, "state", state.getValue());
        put(values, "reuse", reuse.getValue());
        put(values, "from", from.getValue());
        put(values, "to", to.getValue());
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
        text.setValue(parameters.getSingleParameter("q").orElse(""));
        state.setValue(constant(TokenState.values(), parameters.getSingleParameter("state")));
        reuse.setValue(constant(Reuse.values(), parameters.getSingleParameter("reuse")));
        from.setValue(date(parameters.getSingleParameter("from")));
        to.setValue(date(parameters.getSingleParameter("to")));
        quiet = false;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, Optional<String> name) {
        return name.flatMap(wanted -> Arrays.stream(all)
                        .filter(one -> one.name().equals(wanted))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable LocalDate date(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
