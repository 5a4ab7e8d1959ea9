package dev.propusk.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows, and values that it may or may not. */
class Generator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "201",
            "99999999999999999999",
            "1e9",
            "1.5",
            "true",
            "100123456789",
            "AA:BB:CC:DD:EE:FF",
            "00:00:00:00:00:00",
            "01:00:5e:00:00:01",
            "2026-11-24T14:05:00+03:00",
            "2026-11-24",
            "+999999999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "' or 1=1 --",
            "%",
            "\u0000",
            "\t\r\n",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "Ё́ комната №12 🛏",
            "\u202e gnp",
            "\ud83d",
            "x".repeat(65),
            "я".repeat(101),
            "z".repeat(3_000));

    private final Random random;
    private final JsonNode document;

    Generator(Random random, JsonNode document) {
        this.random = random;
        this.document = document;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String nasty() {
        return one(NASTY);
    }

    /** A value that the schema allows. */
    JsonNode valid(JsonNode of) {
        JsonSchema schema = JsonSchema.of(document, of);
        JsonNode node = schema.schema();
        if (node.has("enum")) {
            return one(node.get("enum").valueStream().toList());
        }
        String type = one(schema.types());
        return switch (type) {
            case "null" -> JSON.nullNode();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> {
                int least = node.path("minimum").asInt(0);
                int most = node.path("maximum").asInt(1000);
                yield JSON.numberNode(chance(70) ? least + random.nextInt(Math.min(3, most - least + 1)) : most);
            }
            case "array" -> {
                var array = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(valid(node.get("items")));
                }
                yield array;
            }
            case "object" ->
                Stream.generate(() -> object(node))
                        .filter(object -> schema.errors(object).isEmpty())
                        .findFirst()
                        .orElseThrow();
            default -> JSON.stringNode(text(node));
        };
    }

    private ObjectNode object(JsonNode node) {
        ObjectNode object = JSON.objectNode();
        List<String> required = node.has("required")
                ? node.get("required").valueStream().map(JsonNode::stringValue).toList()
                : List.of();
        node.get("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || random.nextBoolean()) {
                object.set(member.getKey(), valid(member.getValue()));
            }
        });
        return object;
    }

    private String text(JsonNode node) {
        String pattern = node.path("pattern").asString("");
        if (node.path("format").asString("").equals("uuid")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        if (node.path("format").asString("").equals("date-time")) {
            return "20%02d-%02d-%02dT%02d:00:00Z"
                    .formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24));
        }
        if (node.path("format").asString("").equals("ip")) {
            return one(List.of("10.5.50.77", "2001:db8::77", "2001:0DB8:0:0::77"));
        }
        if (pattern.startsWith("^100")) {
            return "100%09d".formatted(random.nextInt(1_000_000_000));
        }
        if (pattern.contains("9A-Fa-f")) {
            return "02:%02x:%02X:%02x:00:0%d"
                    .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(10));
        }
        if (pattern.contains("{27}")) {
            return "A".repeat(27);
        }
        if (pattern.startsWith("^[!-~]")) {
            return "key-" + random.nextInt(50);
        }
        int most = node.path("maxLength").asInt(20);
        return one(List.of("room 12", "B-4711", "№ 12", "ночь", "=1+1", "я".repeat(most), "🛏"));
    }

    /** A body that is most likely not what the schema wants. */
    String spoilt(JsonNode schema) {
        JsonNode valid = valid(schema);
        ObjectNode object = valid.isObject() ? (ObjectNode) valid : JSON.objectNode();
        List<String> names = new ArrayList<>(object.propertyNames());
        switch (random.nextInt(9)) {
            case 0 -> object.set("colour", JSON.stringNode("blue"));
            case 1 -> names.stream().findFirst().ifPresent(object::remove);
            case 2 -> names.forEach(name -> object.set(name, JSON.stringNode(nasty())));
            case 3 -> names.forEach(name -> object.set(name, JSON.numberNode(random.nextLong())));
            case 4 -> names.forEach(name -> object.set(name, JSON.arrayNode().add(1)));
            case 5 -> {
                return one(List.of(
                        "", "{", "[]", "null", "\"text\"", "{} {}", "{\"count\":1,\"count\":2}", "\u0000", "{'a':1}"));
            }
            case 6 -> names.forEach(name -> object.set(name, JSON.numberNode(1.5)));
            case 7 -> {
                return "[".repeat(2_000);
            }
            default -> object.set("note", JSON.stringNode("n".repeat(random.nextInt(20_000))));
        }
        return new JsonMapper().writeValueAsString(object);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (chance(30)) {
            headers.put("Accept-Language", one(List.of("ru", "en", "de-AT, en;q=0.5", "*", "!!", "ru;q=x")));
        }
        if (chance(15)) {
            headers.put(
                    "Accept",
                    one(List.of(
                            "*/*",
                            "text/csv",
                            "text/html",
                            "application/xml",
                            "application/pdf",
                            "text/*",
                            "json",
                            "")));
        }
        if (chance(10)) {
            headers.put(
                    "Content-Type",
                    one(List.of(
                            "text/plain",
                            "application/xml",
                            "application/json;charset=windows-1251",
                            "application/x-www-form-urlencoded",
                            "nonsense",
                            "application/json; charset=utf-8")));
        }
        return headers;
    }
}
