package dev.propusk.gateway.origin;

import dev.propusk.base.NetworkRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How sources and signs stand in the columns of a gateway; null: none. */
public final class StoredOrigin {
    private StoredOrigin() {}

    public static @Nullable String write(Sources sources) {
        return NetworkRange.stored(sources.ranges());
    }

    public static Sources read(@Nullable String first, @Nullable String further) {
        return Sources.parse((first == null ? "" : first) + " " + (further == null ? "" : further));
    }

    /** One in a line. */
    public static @Nullable String lines(Stream<?> values) {
        String lines = values.map(Object::toString).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    public static List<String> texts(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }
}
