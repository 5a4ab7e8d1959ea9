package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A RADIUS packet as FreeRADIUS's {@code rest} module writes it: each attribute with its type and its values. */
record RadiusRequest(Map<String, Attribute> attributes) {
    private static final int GIGAWORD_BITS = 32;

    record Attribute(@Nullable String type, @Nullable List<@Nullable Object> value) {}

    /** The first value of this attribute. */
    Optional<String> text(String name) {
        return texts(name).findFirst();
    }

    /** All its values. */
    Stream<String> texts(String name) {
        return Stream.ofNullable(attributes.get(name))
                .flatMap(attribute -> Stream.ofNullable(attribute.value()))
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    long number(String name) {
        return text(name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** A counter of bytes, whose upper half stands in an attribute of its own (RFC 2869, 5.1). */
    long octets(String direction) {
        return number("Acct-" + direction + "-Gigawords") << GIGAWORD_BITS | number("Acct-" + direction + "-Octets");
    }

    Optional<MacAddress> device() {
        return text("Calling-Station-Id").flatMap(MacAddress::read);
    }
}
