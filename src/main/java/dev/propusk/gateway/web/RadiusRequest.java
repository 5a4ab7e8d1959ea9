package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A RADIUS packet as FreeRADIUS's {@code rest} module writes it: each attribute with its type and its values. */
record RadiusRequest(Map<String, Attribute> attributes) {
    private static final int GIGAWORD_BITS = 32;

    record Attribute(@Nullable String type, @Nullable List<@Nullable Object> value) {}

    /** The first value of this attribute. */
    Optional<String> text(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(Attribute::value)
                .filter(values -> !values.isEmpty())
                .map(List::getFirst)
                .map(Object::toString);
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
