package dev.propusk.list;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a list holds.
 *
 * @param fromWhere the part of a statement from {@code from} to the last condition, with at least one
 * @param values of its named parameters
 */
public record Selection(String fromWhere, Map<String, ? extends @Nullable Object> values) {}
