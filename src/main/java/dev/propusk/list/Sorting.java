package dev.propusk.list;

import java.util.UUID;

/**
 * How a list is sorted; rows that are equal in it stand in the order of their ids, so that each has one place.
 *
 * @param descending the largest or latest first
 */
public record Sorting<T>(SortKey<T> by, boolean descending) {
    /** As it is sorted at first. */
    public static <T> Sorting<T> first(SortKey<T> by) {
        return new Sorting<>(by, by.latestFirst());
    }

    /** Where a row stands. */
    public Place place(T row, UUID id) {
        return new Place(by.value().apply(row), id);
    }
}
