package dev.propusk.gateway.redirect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What stands in a redirect: each parameter's values, in their order. */
@FunctionalInterface
public interface Parameters {
    Parameters NONE = name -> List.of();

    List<String> of(String name);

    default boolean have(String name) {
        return !of(name).isEmpty();
    }

    /** The value of a parameter; whoever says it twice says nothing. */
    default Optional<String> once(String name) {
        List<String> values = of(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Of several parameters that mean the same, the first that says something. */
    default Optional<String> first(Collection<String> names) {
        return names.stream()
                .flatMap(name -> once(name).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
