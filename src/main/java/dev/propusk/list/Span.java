package dev.propusk.list;

import org.jspecify.annotations.Nullable;

/**
 * A part of a sorted list.
 *
 * @param offset so many rows stand before it
 * @param after the place of the row before it; null: not known, then the rows are counted up to there
 */
public record Span<T>(
        Sorting<T> sorting, int offset, int limit, @Nullable Place after) {
    /** The list's beginning. */
    public static <T> Span<T> first(Sorting<T> sorting, int limit) {
        return new Span<>(sorting, 0, limit, null);
    }
}
