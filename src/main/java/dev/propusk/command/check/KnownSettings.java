package dev.propusk.command.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that there are, as the build lists them from the records that they are bound to, and from the file beside
 * them for those that are read otherwise. Empty where nothing was built (an IDE that runs no annotation processor).
 */
final class KnownSettings {
    private static final String LIST = "classpath*:META-INF/spring-configuration-metadata.json";
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("propusk");

    private final Map<ConfigurationPropertyName, Known> settings = new LinkedHashMap<>();
    private final List<BoundRecord> records = new ArrayList<>();

    /** A setting, and what it is made into. */
    record Known(ConfigurationPropertyName name, String type, String description) {}

    /** A record of settings, and what their names begin with. */
    record BoundRecord(String prefix, Class<?> type) {}

    private KnownSettings() {}

    static KnownSettings read() {
        KnownSettings known = new KnownSettings();
        JsonMapper json = JsonMapper.builder().build();
        try {
            for (Resource list : new PathMatchingResourcePatternResolver().getResources(LIST)) {
                try (InputStream in = list.getInputStream()) {
                    known.add(json.readTree(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void add(JsonNode list) {
        for (JsonNode each : list.path("properties")) {
            ConfigurationPropertyName name =
                    ConfigurationPropertyName.of(each.path("name").asString());
            if (isOurs(name)) {
                settings.put(
                        name,
                        new Known(
                                name,
                                each.path("type").asString(""),
                                each.path("description").asString("")));
            }
        }
        for (JsonNode each : list.path("groups")) {
            String name = each.path("name").asString();
            String type = each.path("type").asString("");
            // a record within another one is bound with it
            if (isOurs(ConfigurationPropertyName.of(name)) && type.startsWith("dev.propusk.") && !type.contains("$")) {
                records.add(new BoundRecord(name, type(type)));
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isOurs(ConfigurationPropertyName name) {
        return OURS.equals(name) || OURS.isAncestorOf(name);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    Collection<Known> all() {
        return settings.values();
    }

    List<BoundRecord> records() {
        return records;
    }

    Optional<Known> find(ConfigurationPropertyName name) {
        return Optional.ofNullable(settings.get(withoutIndex(name)));
    }

    /** {@code propusk.trusted-proxies[0]} is a line of {@code propusk.trusted-proxies}. */
    private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
        ConfigurationPropertyName plain = name;
        while (plain.isLastElementIndexed()) {
            plain = plain.getParent();
        }
        return plain;
    }
}
