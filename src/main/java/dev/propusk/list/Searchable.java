package dev.propusk.list;

import java.util.List;

/**
 * A list that can be searched.
 *
 * @param <T> one row
 */
public interface Searchable<T> {
    /**
     * How many rows are called so.
     *
     * @param text a part of what a row is called; empty: all
     */
    int count(String text);

    List<T> page(String text, Span<T> span);
}
