package dev.propusk.web;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps codes, MACs and keys out of structured logs, wherever in a line or a stack trace they stand: a database names the
 * row that it refuses. The pattern of plain lines does the same in {@code application.properties}.
 */
public class MaskedLogs implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final Pattern CODE = Pattern.compile("\\b100[ -]?\\d{3}[ -]?\\d{3}[ -]?(\\d{3})(?!\\d)");
    private static final Pattern MAC =
            Pattern.compile("(?i)\\b([0-9a-f]{2}[-:][0-9a-f]{2}[-:][0-9a-f]{2})(?:[-:][0-9a-f]{2}){3}\\b");
    /** What writes over a line, turns it round or can't be seen; a stack trace keeps its ends of lines. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    private static final Pattern KEY = Pattern.compile("\\b([pg]k_)[A-Za-z0-9_-]{4,}");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text ? mask(text) : value);
    }

    /** The text without them. */
    public static String mask(String text) {
        String masked = UNSEEN.matcher(text).replaceAll(" ");
        masked = masked.contains("100") ? CODE.matcher(masked).replaceAll("100******$1") : masked;
        masked = masked.indexOf(':') < 0 && masked.indexOf('-') < 0
                ? masked
                : MAC.matcher(masked).replaceAll("$1:**:**:**");
        return masked.contains("k_") ? KEY.matcher(masked).replaceAll("$1***") : masked;
    }
}
