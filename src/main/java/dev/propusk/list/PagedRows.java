package dev.propusk.list;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a grid: asked from the database a page at a time, and their places remembered as they were last shown, so that
 * who scrolls goes on from the row before.
 *
 * @param <T> one row
 * @param <P> its place in the list
 */
public final class PagedRows<T, P> {
    private final Source<T, P> source;
    private final SerializableConsumer<Integer> counted;
    private final Map<Integer, P> shown = new HashMap<>();
    private final CallbackDataProvider<T, Void> provider;
    private List<String> sorted = List.of();
    private int size;

    /** Where the rows are. */
    public interface Source<T, P> {
        int count();

        /**
         * One page, as it is sorted now.
         *
         * @param before the place of the row before those asked for; null: not known
         */
        List<T> page(Query<T, Void> asked, @Nullable P before);

        P place(T row, Query<T, Void> asked);
    }

    /**
     * @param id by which a row is the same whatever became of it
     * @param counted told how many rows there are, each time the grid has asked
     */
    public PagedRows(Source<T, P> source, ValueProvider<T, Object> id, SerializableConsumer<Integer> counted) {
        this.source = source;
        this.counted = counted;
        this.provider = new CallbackDataProvider<>(this::fetch, this::count, id);
    }

    public void into(Grid<T> grid) {
        grid.setItems(provider);
    }

    /** Asks for everything in sight anew; the grid stays where it is scrolled to. */
    public void refresh() {
        shown.clear();
        provider.refreshAll();
    }

    /** Shows what has become of a row, where it stands. */
    public void refresh(T row) {
        provider.refreshItem(row);
    }

    /** How many there were when they were last counted. */
    public int size() {
        return size;
    }

    /** The places of those shown from this one to that. */
    public List<P> shown(int first, int last) {
        return shown.entrySet().stream()
                .filter(row -> row.getKey() >= first && row.getKey() <= last)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether these stand from this row on, as far as they are shown. */
    public boolean areShown(int first, List<P> places) {
        return IntStream.range(0, places.size())
                .allMatch(i -> places.get(i).equals(shown.getOrDefault(first + i, places.get(i))));
    }

    private Stream<T> fetch(Query<T, Void> asked) {
        forgetPlacesOfAnotherOrder(asked);
        int offset = asked.getOffset();
        List<T> page = source.page(asked, shown.get(offset - 1));
        for (int i = 0; i < page.size(); i++) {
            shown.put(offset + i, source.place(page.get(i), asked));
        }
        return page.stream();
    }

    private void forgetPlacesOfAnotherOrder(Query<T, Void> asked) {
        List<String> now = asked.getSortOrders().stream()
                .map(order -> order.getSorted() + " " + order.getDirection())
                .toList();
        if (!now.equals(sorted)) {
            shown.clear();
            sorted = now;
        }
    }

    private int count(Query<T, Void> asked) {
        size = source.count();
        counted.accept(size);
        return size;
    }
}
