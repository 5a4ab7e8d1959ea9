package dev.propusk.base;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows for a spreadsheet (RFC 4180). What it would take for a formula begins with an apostrophe.
 *
 * @param separator a comma for programs; a semicolon for a Russian Excel, which expects it
 */
public record Csv(char separator) {
    /** Stands before the first row, so that Excel reads Cyrillic. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");
    private static final String SPECIAL = "\"\r\n";

    public String row(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator), "", "\r\n"));
    }

    /** The whole file. */
    public String table(List<String> header, List<List<String>> rows) {
        return BYTE_ORDER_MARK + row(header) + rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String cell(String value) {
        String safe = FORMULA.matcher(value).find() ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(letter -> letter == separator || SPECIAL.indexOf(letter) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
