package dev.propusk.api;

import dev.propusk.base.MacAddress;
import dev.propusk.base.OneLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller sent, in a JSON body or in the address, read field by field. What is wrong is gathered and told at once by
 * {@link #check}; until then a wrong field reads as absent. A JSON {@code null} is absent too.
 */
public final class Input {
    private final Map<String, List<JsonNode>> values;
    private final boolean isText;
    private final Map<String, WrongField> wrong = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    Input(Map<String, List<JsonNode>> values, boolean isText) {
        this.values = values;
        this.isText = isText;
    }

    public @Nullable Integer integer(String name, int least, int most) {
        Object[] range = {least, most};
        return value(name, node -> integer(node).filter(n -> n >= least && n <= most), "problem.field.range", range)
                .map(Long::intValue)
                .orElse(null);
    }

    public int requiredInteger(String name, int least, int most) {
        Integer number = integer(name, least, most);
        return number == null ? absent(name, least) : number;
    }

    public boolean flag(String name) {
        return value(name, this::flag, "problem.field.flag").orElse(false);
    }

    /** Empty where it was not sent. */
    public Optional<Boolean> optionalFlag(String name) {
        return value(name, this::flag, "problem.field.flag");
    }

    /** One line of text: at most so many characters, no control characters. */
    public @Nullable String text(String name, int most) {
        return value(name, node -> text(node).filter(text -> OneLine.isOne(text, most)), "problem.field.text", most)
                .orElse(null);
    }

    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return value(name, node -> text(node).flatMap(text -> constant(type, text)), "problem.field.constant", all)
                .orElse(null);
    }

    public <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
        E constant = constant(name, type);
        return constant == null ? absent(name, type.getEnumConstants()[0]) : constant;
    }

    public @Nullable MacAddress mac(String name) {
        return value(name, node -> text(node).flatMap(MacAddress::read), "problem.field.mac")
                .orElse(null);
    }

    public MacAddress requiredMac(String name) {
        MacAddress mac = mac(name);
        return mac == null ? absent(name, new MacAddress(2)) : mac;
    }

    /** A moment with its offset: {@code 2026-11-24T11:05:00Z}, {@code 2026-11-24T14:05:00+03:00}. */
    public @Nullable Instant time(String name) {
        return value(name, node -> text(node).flatMap(Input::moment), "problem.field.time")
                .orElse(null);
    }

    /** A text with a meaning of its own. */
    public <T> @Nullable T read(String name, Function<String, Optional<T>> reading, String why) {
        return value(name, node -> text(node).flatMap(reading), why).orElse(null);
    }

    /** The same parameter any number of times, at most so many. */
    public <T> List<T> all(String name, Function<String, Optional<T>> reading, int most, String why) {
        known.add(name);
        List<JsonNode> nodes = values.getOrDefault(name, List.of());
        List<T> read = nodes.stream()
                .flatMap(node -> text(node).flatMap(reading).stream())
                .toList();
        if (nodes.size() > most || read.size() < nodes.size()) {
            wrong(name, why, most);
        }
        return read;
    }

    /** Whether it was sent at all. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public void wrong(String name, String why, Object... places) {
        wrong.putIfAbsent(name, new WrongField(name, why, List.of(places)));
    }

    /**
     * Ends the reading: all wrong fields are told at once.
     *
     * @throws InvalidInputException where a field can't be taken, or is none of those that were read
     */
    public void check() {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(shortened(name), "problem.field.unknown", String.join(", ", known)));
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(List.copyOf(wrong.values()));
        }
    }

    private <T> Optional<T> value(String name, Function<JsonNode, Optional<T>> reading, String why, Object... places) {
        known.add(name);
        List<JsonNode> sent = values.getOrDefault(name, List.of());
        if (sent.size() > 1) {
            wrong(name, "problem.field.twice");
            return Optional.empty();
        }
        if (sent.isEmpty() || sent.getFirst().isNull()) {
            return Optional.empty();
        }
        Optional<T> read = reading.apply(sent.getFirst());
        if (read.isEmpty()) {
            wrong(name, why, places);
        }
        return read;
    }

    /** @param instead stands in until {@link #check} refuses the whole */
    private <T> T absent(String name, T instead) {
        wrong(name, "problem.field.required");
        return instead;
    }

    private Optional<Long> integer(JsonNode node) {
        if (isText) {
            return text(node).filter(text -> text.matches("-?[0-9]{1,9}")).map(Long::valueOf);
        }
        return node.isIntegralNumber() && node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
    }

    private Optional<Boolean> flag(JsonNode node) {
        if (isText) {
            return text(node)
                    .filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
        }
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }

    private static Optional<Instant> moment(String text) {
        try {
            // in an address an unescaped plus arrives as a space
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+')).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() >= 1 && time.getYear() <= 9999 ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
