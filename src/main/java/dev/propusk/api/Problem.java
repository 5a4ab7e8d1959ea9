package dev.propusk.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What another program is told when its call can't be answered (RFC 9457); {@link Problems} writes it.
 *
 * @param detail the key of the text that says what happened
 * @param values what the text's places are filled with
 * @param more members beside the standard ones
 * @param fields what is wrong with what was sent
 */
public record Problem(
        ProblemKind kind,
        String detail,
        List<Object> values,
        Map<String, Object> more,
        List<WrongField> fields,
        Map<String, String> headers) {
    public static Problem of(ProblemKind kind) {
        return of(kind, "problem." + kind.word() + ".detail");
    }

    public static Problem of(ProblemKind kind, String detail, Object... values) {
        return new Problem(kind, detail, List.of(values), Map.of(), List.of(), Map.of());
    }

    public static Problem of(List<WrongField> fields) {
        return new Problem(ProblemKind.INVALID, "problem.invalid.detail", List.of(), Map.of(), fields, Map.of());
    }

    /** With one more member. */
    public Problem with(String member, Object value) {
        return new Problem(kind, detail, values, added(more, member, value), fields, headers);
    }

    public Problem header(String name, String value) {
        return new Problem(kind, detail, values, more, fields, added(headers, name, value));
    }

    private static <V> Map<String, V> added(Map<String, V> map, String name, V value) {
        Map<String, V> all = new LinkedHashMap<>(map);
        all.put(name, value);
        return all;
    }
}
