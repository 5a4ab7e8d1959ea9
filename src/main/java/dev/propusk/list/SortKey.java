package dev.propusk.list;

/**
 * What a list can be sorted by: a column that is never null and that an index is for; usually a constant of an enum.
 *
 * @param <T> one row
 */
public interface SortKey<T> {
    String name();

    String column();

    /** The row's value in that column, as a statement takes it. */
    Object of(T row);
}
