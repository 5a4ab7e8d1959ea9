package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.propusk.panel.DayPicker;
import dev.propusk.token.Reuse;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The search and the filters over the token grid; on narrow screens the filters wait behind a button. */
class FilterBar extends Composite<FlexLayout> {
    private static final int SEARCH_MOST = 100;

    private final TextField text = new TextField();
    private final Button more = new Button(VaadinIcon.FILTER.create());
    private final Div filters = new Div();
    private final Select<Reuse> reuse = new Select<>();
    private final DayPicker from = new DayPicker(getTranslation("token.filter.from"));
    private final DayPicker to = new DayPicker(getTranslation("token.filter.to"));
    private final Button reset = new Button(getTranslation("token.filter.reset"));
    private final Consumer<TokenAddress> changed;
    private TokenAddress query = TokenAddress.ALL;

    /** @param changed called with the new query when a person has changed the filter */
    FilterBar(Consumer<TokenAddress> changed) {
        this.changed = changed;
        setUpSearch();
        setUpReuse();
        setUp(from);
        setUp(to);
        setUpButtons();
        reuse.addValueChangeListener(this::changed);
        from.addValueChangeListener(this::changed);
        to.addValueChangeListener(this::changed);
        filters.add(reuse, from, to, reset);
        filters.addClassName("filters");
        getContent().addClassName("filter-bar");
        getContent().add(text, more, filters);
    }

    private void setUpSearch() {
        text.setPlaceholder(getTranslation("token.filter.text"));
        text.setAriaLabel(getTranslation("token.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(SEARCH_MOST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setTooltipText(getTranslation("token.filter.text.help"));
        text.addFocusShortcut(Key.KEY_S, KeyModifier.ALT);
        text.addValueChangeListener(this::changed);
    }

    private void setUpReuse() {
        reuse.setAriaLabel(getTranslation("token.filter.reuse"));
        reuse.setEmptySelectionAllowed(true);
        reuse.setItems(Reuse.values());
        reuse.setItemLabelGenerator(
                kind -> getTranslation(kind == null ? "token.filter.reuse.any" : "token.reuse." + kind));
        reuse.setEmptySelectionCaption(getTranslation("token.filter.reuse.any"));
        reuse.setPlaceholder(getTranslation("token.filter.reuse.any"));
    }

    /** The bar is one line: the label stands in the field. */
    private static void setUp(DayPicker picker) {
        picker.setPlaceholder(picker.getLabel());
        picker.setAriaLabel(picker.getLabel());
        picker.setLabel(null);
    }

    private void setUpButtons() {
        more.addClassName("filters-button");
        more.setAriaLabel(getTranslation("token.filter.more"));
        more.addClickListener(click -> open(!filters.hasClassName("open")));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.addClickListener(click -> changed.accept(query.withFilter(null, null, null, null)));
    }

    private void open(boolean opened) {
        filters.setClassName("open", opened);
        more.getElement().setAttribute("aria-expanded", String.valueOf(opened));
    }

    private void changed(HasValue.ValueChangeEvent<?> change) {
        if (!change.isFromClient()) {
            return;
        }
        String wanted = text.getValue().strip();
        changed.accept(
                query.withFilter(wanted.isEmpty() ? null : wanted, reuse.getValue(), from.getValue(), to.getValue()));
    }

    void show(TokenAddress shown) {
        query = shown;
        text.setValue(Objects.requireNonNullElse(shown.text(), ""));
        reuse.setValue(shown.reuse());
        from.setValue(shown.from());
        to.setValue(shown.to());
        long set = Stream.of(shown.reuse(), shown.from(), shown.to())
                .filter(Objects::nonNull)
                .count();
        more.setText(set == 0 ? null : String.valueOf(set));
        reset.setVisible(shown.isFiltered());
        filters.setClassName("open", filters.hasClassName("open") || set > 0);
    }
}
