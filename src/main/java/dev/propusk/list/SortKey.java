package dev.propusk.list;

import java.util.function.Function;

/**
 * What a list can be sorted by: a column that is never null and that an index is for.
 *
 * @param <T> one row
 * @param unique whether no two rows have the same: then the id decides nothing, and an index over the column alone sorts
 * @param latestFirst how it is sorted at first
 * @param value the row's value in that column, as a statement takes it
 */
public record SortKey<T>(String column, boolean unique, boolean latestFirst, Function<T, Object> value) {
    public static <T> SortKey<T> of(String column, Function<T, Object> value) {
        return new SortKey<>(column, false, false, value);
    }

    public static <T> SortKey<T> unique(String column, Function<T, Object> value) {
        return new SortKey<>(column, true, false, value);
    }

    public static <T> SortKey<T> latest(String column, Function<T, Object> value) {
        return new SortKey<>(column, false, true, value);
    }
}
