package dev.propusk.list;

import java.util.UUID;

/**
 * Where a row stands in a sorted list.
 *
 * @param key what the list is sorted by
 * @param id decides between rows of the same key
 */
public record Place(Object key, UUID id) {}
