package dev.propusk.journal.ui;

import dev.propusk.base.Dates;
import dev.propusk.base.Texts;
import dev.propusk.journal.JournalEntry;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells an entry as a sentence: the text {@code journal.<action>}, with the details in its {@code {named}} places. */
final class JournalWords {
    private final Texts texts;
    private final JsonMapper json;
    private final Locale language;

    JournalWords(Texts texts, JsonMapper json, Locale language) {
        this.texts = texts;
        this.json = json;
        this.language = texts.closest(language);
    }

    String text(String key) {
        return texts.get(language, key);
    }

    String sentence(JournalEntry entry) {
        JsonNode details = json.readTree(entry.details());
        return texts.find(language, "journal." + entry.action(), name -> value(name, details.path(name)))
                .orElseGet(() -> texts.get(language, "journal.unknown", entry.action()));
    }

    /** Who: a login or a key by its name, the rest by what they are. */
    String actor(JournalEntry entry) {
        return switch (entry.actor().kind()) {
            case LOGIN -> entry.actor().name();
            case KEY, GATEWAY -> kind(entry) + " " + entry.actor().name();
            case GUEST, SYSTEM -> kind(entry);
        };
    }

    private String kind(JournalEntry entry) {
        return texts.get(language, "journal.actor." + entry.actor().kind());
    }

    String time(JournalEntry entry, ZoneId zone) {
        return Dates.formatter(key -> texts.get(language, key), ", HH:mm:ss")
                .format(entry.at().atZone(zone));
    }

    /** A number stays one, for the words that go with it; what is left out where nothing is to be said has a text for that. */
    private Object value(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return word(name, "none").orElse("–");
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(one -> String.valueOf(value(name, one)))
                    .collect(Collectors.joining(", "));
        }
        if (value.isIntegralNumber()) {
            return number(name, value.asLong());
        }
        String plain = value.asString();
        return word(name, plain).orElse(plain);
    }

    private Object number(String name, long number) {
        return switch (name) {
            case "days" -> texts.get(language, "token.term.days", number);
            case "devices" -> texts.get(language, "journal.value.devices.some", number);
            default -> number;
        };
    }

    private Optional<String> word(String name, String plain) {
        return texts.find(language, "journal.value." + name + "." + plain, place -> null);
    }
}
