package dev.propusk.list;

/**
 * What a list can be sorted by: a column that is never null and that an index is for; usually a constant of an enum.
 *
 * @param <T> one row
 */
public interface SortKey<T> {
    String name();

    String column();

    /** Whether no two rows have the same: then the id decides nothing, and an index over the column alone sorts. */
    default boolean isUnique() {
        return false;
    }

    /** The row's value in that column, as a statement takes it. */
    Object of(T row);
}
