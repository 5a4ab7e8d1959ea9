package dev.propusk.list;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * What of a list a person sees, and whether nobody is at work there.
 *
 * @param first the first row's number, from 0
 */
public record Sight(int first, int last, boolean isIdle) {
    private static final int MOST = 100;

    /** Asks the browser. */
    public static void of(Grid<?> grid, SerializableConsumer<Sight> consumer) {
        grid.getElement()
                .executeJs("""
                        return [this._firstVisibleIndex || 0, this._lastVisibleIndex || 0,
                          !this._firstVisibleIndex && !this.matches(':hover') && !this.contains(document.activeElement)]""")
                .then(sight -> consumer.accept(new Sight(
                        sight.get(0).asInt(), sight.get(1).asInt(), sight.get(2).asBoolean())));
    }

    /** How many rows are seen, as far as the browser can be believed. */
    public int rows() {
        return Math.clamp(last - first + 1L, 1, MOST);
    }
}
