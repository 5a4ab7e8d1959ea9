package dev.propusk.journal.ui;

import dev.propusk.base.Dates;
import dev.propusk.base.Texts;
import dev.propusk.journal.JournalEntry;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells an entry as a sentence: the text {@code journal.<action>}, with the details in its {@code {named}} places. */
final class JournalWords {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Texts texts;
    private final JsonMapper json;
    private final Locale language;

    JournalWords(Texts texts, JsonMapper json, Locale language) {
        this.texts = texts;
        this.json = json;
        this.language = Texts.closest(language);
    }

    String text(String key) {
        return texts.get(language, key);
    }

    String sentence(JournalEntry entry) {
        JsonNode details = json.readTree(entry.details());
        String key = "journal." + entry.action();
        String template = texts.get(language, key);
        if (isMissing(template)) {
            return entry.action() + rest(details);
        }
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), details.path(place.group(1)))));
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

    private String value(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "–";
        }
        if (value.isArray()) {
            return value.valueStream().map(one -> value(name, one)).collect(Collectors.joining(", "));
        }
        if (name.equals("days") && value.isNumber()) {
            return texts.get(language, "token.term.days", value.asInt());
        }
        String plain = value.asString();
        String word = texts.get(language, "journal.value." + name + "." + plain);
        return isMissing(word) ? plain : word;
    }

    private static String rest(JsonNode details) {
        return details.isEmpty() ? "" : " " + details;
    }

    private static boolean isMissing(String text) {
        return text.startsWith("!");
    }
}
