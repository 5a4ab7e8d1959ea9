package dev.propusk.base;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows for a spreadsheet as they come (RFC 4180), with a byte order mark so that Excel reads Cyrillic. What it would
 * take for a formula begins with an apostrophe.
 */
public final class CsvWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private final Appendable out;
    private final char separator;
    private final Pattern special;

    /** @param separator a comma for programs; a semicolon for a Russian Excel, which expects it */
    public CsvWriter(Appendable out, char separator) throws IOException {
        this.out = out;
        this.separator = separator;
        this.special = Pattern.compile("[\"\r\n" + separator + "]");
        out.append(BYTE_ORDER_MARK);
    }

    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            out.append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private String cell(String value) {
        String safe = FORMULA.matcher(value).find() ? "'" + value : value;
        return special.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
