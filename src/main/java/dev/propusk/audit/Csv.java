package dev.propusk.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows for a spreadsheet (RFC 4180, but semicolons, which a Russian Excel expects), with a byte order mark so that it reads
 * Cyrillic. What would be taken for a formula begins with an apostrophe.
 */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");
    private static final Pattern SPECIAL = Pattern.compile("[\";\r\n]");

    private final StringBuilder text = new StringBuilder("\uFEFF");

    public Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    private static String cell(String value) {
        String safe = FORMULA.matcher(value).find() ? "'" + value : value;
        return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
