package dev.propusk.list;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is found in a list, sorted as the columns' heads say; at first by the first key. */
final class SearchedRows<T> implements PagedRows.Source<T, Place> {
    private final Searchable<T> list;
    private final List<SortKey<T>> keys;
    private final Function<T, UUID> id;
    private String text = "";
    private Sorting<T> sorted;

    SearchedRows(Searchable<T> list, List<SortKey<T>> keys, Function<T, UUID> id) {
        this.list = list;
        this.keys = keys;
        this.id = id;
        this.sorted = Sorting.first(keys.getFirst());
    }

    void search(String part) {
        text = part;
    }

    @Override
    public int count() {
        return list.count(text);
    }

    @Override
    public List<T> page(Query<T, Void> asked, @Nullable Place before) {
        sorted = sorting(asked);
        return list.page(text, new Span<>(sorted, asked.getOffset(), asked.getLimit(), before));
    }

    /** Those in sight as they are now, and their places. */
    Map<Place, T> inSight(Sight sight) {
        Map<Place, T> now = new LinkedHashMap<>();
        list.page(text, new Span<>(sorted, sight.first(), sight.rows(), null))
                .forEach(row -> now.put(sorted.place(row, id.apply(row)), row));
        return now;
    }

    @Override
    public Place place(T row, Query<T, Void> asked) {
        return sorting(asked).place(row, id.apply(row));
    }

    private Sorting<T> sorting(Query<T, Void> asked) {
        return asked.getSortOrders().stream()
                .findFirst()
                .map(order -> new Sorting<>(key(order.getSorted()), order.getDirection() == SortDirection.DESCENDING))
                .orElseGet(() -> Sorting.first(keys.getFirst()));
    }

    private SortKey<T> key(String column) {
        return keys.stream()
                .filter(key -> key.column().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
