package dev.propusk.gateway.web;

import dev.propusk.api.InvalidInputException;
import dev.propusk.api.WrongField;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A RADIUS packet as FreeRADIUS's {@code rest} module writes it: each attribute with its type and its values.
 */
record RadiusRequest(Map<String, List<String>> attributes) {
    private static final int GIGAWORD_BITS = 32;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** No attribute is longer (RFC 2865, section 5). */
    private static final int LONGEST = 253;

    private static final int LAST_OF_ASCII = 0x7F;
    private static final int LAST_BYTE = 0xFF;
    private static final int MOST_VALUES = 64;

    /** Of an attribute's name. */
    private static final int LONGEST_NAME = 64;

    /** @throws InvalidInputException where a member is no attribute */
    static RadiusRequest of(Map<String, JsonNode> members) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        members.forEach((name, attribute) -> attributes.put(name, values(name, attribute)));
        return new RadiusRequest(attributes);
    }

    private static List<String> values(String name, JsonNode attribute) {
        JsonNode values = attribute.path("value");
        boolean isAttribute = attribute.isObject() && (values.isArray() || values.isMissingNode() || values.isNull());
        if (!isAttribute || values.valueStream().anyMatch(JsonNode::isContainer) || name.length() > LONGEST_NAME) {
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
            throw new InvalidInputException(List.of(new WrongField(shown, "problem.field.attribute", List.of())));
        }
        return values.valueStream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .filter(text -> text.length() <= LONGEST)
                .map(RadiusRequest::meant)
                .limit(MOST_VALUES)
                .toList();
    }

    /** FreeRADIUS 3 writes each byte beyond ASCII as a character of its own; where they are UTF-8 together, that is meant. */
    private static String meant(String text) {
        if (text.chars().allMatch(one -> one <= LAST_OF_ASCII) || text.chars().anyMatch(one -> one > LAST_BYTE)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** The first value of this attribute. */
    Optional<String> text(String name) {
        return texts(name).findFirst();
    }

    /** All its values. */
    Stream<String> texts(String name) {
        return attributes.getOrDefault(name, List.of()).stream();
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    /** As 32 bits hold it, which is all that RADIUS knows; what is more counts as the most. */
    long number(String name) {
        return text(name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> Math.min(Long.parseLong(text), UNSIGNED))
                .orElse(0L);
    }

    /** A counter of bytes, whose upper half stands in an attribute of its own (RFC 2869, 5.1). */
    long octets(String direction) {
        long upper = Math.min(number("Acct-" + direction + "-Gigawords"), Integer.MAX_VALUE);
        return upper << GIGAWORD_BITS | number("Acct-" + direction + "-Octets");
    }

    /** Who asks, without the realm behind it. */
    Optional<String> user() {
        return text("User-Name").map(name -> {
            int at = name.lastIndexOf('@');
            return at < 0 ? name : name.substring(0, at);
        });
    }
}
