package dev.propusk.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of records: a table where there is room for its columns, else cards that have each column's heading before its
 * value; the first column is a card's title.
 *
 * @param <T> one record
 */
public final class RecordGrid<T> extends Grid<T> {
    private final Column<T> card = addColumn(new ComponentRenderer<Component, T>(this::card));
    private final List<Field<T>> fields = new ArrayList<>();
    private final List<Field<T>> deeds = new ArrayList<>();

    public RecordGrid() {
        card.setVisible(false);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        WindowWidth.follow(this, this::fit);
    }

    /** A column of plain text; {@code heading} is a text's key. */
    public Column<T> text(String heading, ValueProvider<T, String> value) {
        return add(heading, addColumn(value), row -> new Span(value.apply(row)));
    }

    /** A column of something to press or to look at; {@code heading} is a text's key. */
    public Column<T> part(String heading, SerializableFunction<T, Component> part) {
        return add(heading, addColumn(new ComponentRenderer<>(part)), part);
    }

    /** A column for a button that needs no heading; last on a card. */
    public void action(SerializableFunction<T, Component> button) {
        deeds.add(new Field<>("", addColumn(new ComponentRenderer<>(button)).setAutoWidth(true), button));
    }

    private Column<T> add(String heading, Column<T> column, SerializableFunction<T, Component> inCard) {
        String words = getTranslation(heading);
        card.setHeader(fields.isEmpty() ? words : card.getHeaderText());
        fields.add(new Field<>(words, column, inCard));
        return column.setHeader(words).setAutoWidth(true).setResizable(true);
    }

    private Component card(T row) {
        Div title = new Div(fields.getFirst().inCard().apply(row));
        title.addClassName("record-title");
        DescriptionList facts = new DescriptionList();
        fields.stream()
                .skip(1)
                .forEach(field -> facts.add(
                        new DescriptionList.Term(field.heading()),
                        new DescriptionList.Description(field.inCard().apply(row))));
        Div card = new Div(title, facts);
        card.addClassName("record-card");
        deeds.forEach(action -> card.add(action.inCard().apply(row)));
        return card;
    }

    private void fit(int width) {
        boolean narrow = width < WindowWidth.NARROW;
        if (card.isVisible() != narrow) {
            card.setVisible(narrow);
            fields.forEach(field -> field.column().setVisible(!narrow));
            deeds.forEach(action -> action.column().setVisible(!narrow));
            recalculateColumnWidths();
        }
    }

    private record Field<T>(String heading, Column<T> column, SerializableFunction<T, Component> inCard) {}
}
