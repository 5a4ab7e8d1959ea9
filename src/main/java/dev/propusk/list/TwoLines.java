package dev.propusk.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Two things of a record that belong together, one below the other where there is room, the lesser one in small type. */
public final class TwoLines extends Div {
    /**
     * In that order.
     *
     * @param lesser empty: there is none
     */
    public TwoLines(String first, String lesser) {
        Span main = new Span(first);
        add(main);
        addClassName("two-lines");
        if (!lesser.isEmpty()) {
            Span below = new Span(lesser);
            below.addClassName("hint");
            add(below);
        }
    }
}
