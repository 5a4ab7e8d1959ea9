package dev.propusk.operation.log;

import dev.propusk.base.OneLine;
import dev.propusk.web.MaskedLogs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line: its facts stand in the text for people, and as fields {@code propusk.action}, {@code propusk.contract} and so on
 * for programs, where the log is a structured one. Codes, MACs and keys are masked here already.
 */
final class LogLine {
    private static final String FIELDS = "propusk.";

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final String action;

    /** @param action what happened, a stable word in the past tense */
    LogLine(String action) {
        this.action = action;
    }

    LogLine with(String name, @Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            facts.put(name, value);
        } else if (value instanceof UUID || value instanceof Instant) {
            facts.put(name, value.toString());
        } else if (value != null) {
            facts.put(name, clean(value.toString()));
        }
        return this;
    }

    void write(Logger log, Level level) {
        LoggingEventBuilder line = log.atLevel(level).addKeyValue(FIELDS + "action", action);
        StringBuilder text = new StringBuilder(action);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            line = line.addKeyValue(FIELDS + fact.getKey(), fact.getValue());
            text.append(' ')
                    .append(fact.getKey())
                    .append('=')
                    .append(quoted(fact.getValue().toString()));
        }
        line.log(text.toString());
    }

    /** One that a caller chose begins no line of its own. */
    private static String clean(String value) {
        return MaskedLogs.mask(OneLine.of(value));
    }

    private static String quoted(String value) {
        return value.contains(" ") || value.contains("\"") ? '"' + value.replace('"', '\'') + '"' : value;
    }
}
