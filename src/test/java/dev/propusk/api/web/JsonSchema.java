package dev.propusk.api.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema 2020-12 as the API's description uses; a keyword that it does not know fails. */
record JsonSchema(JsonNode document, JsonNode schema) {
    private static final List<String> KNOWN = List.of(
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "format",
            "items",
            "minItems",
            "maxItems",
            "properties",
            "required",
            "additionalProperties",
            "anyOf",
            "description",
            "examples",
            "default",
            "contentMediaType");

    static JsonSchema of(JsonNode document, JsonNode schema) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = document.at(resolved.get("$ref").stringValue().substring(1));
        }
        for (String keyword : resolved.propertyNames()) {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException("Unknown keyword " + keyword);
            }
        }
        return new JsonSchema(document, resolved);
    }

    /** What is wrong with the value; empty: nothing. */
    List<String> errors(JsonNode value) {
        List<String> errors = new ArrayList<>();
        check(value, "$", errors);
        return errors;
    }

    private void check(JsonNode value, String path, List<String> errors) {
        if (schema.has("type") && types().stream().noneMatch(type -> isOf(type, value))) {
            errors.add(path + " is no " + types());
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            errors.add(path + " is none of " + schema.get("enum"));
        }
        if (schema.has("anyOf")
                && schema.get("anyOf")
                        .valueStream()
                        .noneMatch(one -> of(document, one).errors(value).isEmpty())) {
            errors.add(path + " fits none of " + schema.get("anyOf"));
        }
        if (value.isString()) {
            checkText(value.stringValue(), path, errors);
        } else if (value.isNumber()) {
            if (!isWithin(value.longValue(), "minimum", "maximum")) {
                errors.add(path + " is out of range");
            }
        } else if (value.isArray()) {
            if (!isWithin(value.size(), "minItems", "maxItems")) {
                errors.add(path + " has " + value.size() + " items");
            }
            value.forEach(item -> of(document, schema.get("items")).check(item, path + "[]", errors));
        } else if (value.isObject()) {
            checkObject(value, path, errors);
        }
    }

    private boolean isWithin(long number, String least, String most) {
        return (!schema.has(least) || number >= schema.get(least).longValue())
                && (!schema.has(most) || number <= schema.get(most).longValue());
    }

    private void checkText(String text, String path, List<String> errors) {
        int length = text.codePointCount(0, text.length());
        if (!isWithin(length, "minLength", "maxLength")) {
            errors.add(path + " has " + length + " characters");
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").stringValue())
                        .matcher(text)
                        .find()) {
            errors.add(path + " does not match");
        }
        if (schema.has("format")) {
            try {
                switch (schema.get("format").stringValue()) {
                    case "uuid" -> UUID.fromString(text);
                    case "date-time" -> Instant.parse(text);
                    case "uri" -> java.net.URI.create(text);
                    default -> errors.add(path + " has an unknown format");
                }
            } catch (RuntimeException e) {
                errors.add(path + " is no " + schema.get("format").stringValue());
            }
        }
    }

    private void checkObject(JsonNode value, String path, List<String> errors) {
        JsonNode properties = schema.get("properties");
        if (schema.has("required")) {
            schema.get("required")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .filter(name -> !value.has(name))
                    .forEach(name -> errors.add(path + "." + name + " is missing"));
        }
        value.properties().forEach(member -> {
            if (properties != null && properties.has(member.getKey())) {
                of(document, properties.get(member.getKey()))
                        .check(member.getValue(), path + "." + member.getKey(), errors);
            } else if (schema.has("additionalProperties")
                    && !schema.get("additionalProperties").booleanValue()) {
                errors.add(path + "." + member.getKey() + " is unknown");
            }
        });
    }

    List<String> types() {
        JsonNode type = schema.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : List.of(type.stringValue());
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException(type);
        };
    }
}
