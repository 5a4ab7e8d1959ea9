package dev.propusk.web;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps codes, MACs and keys out of structured logs, wherever in a line or a stack trace they stand: a database names the
 * row that it refuses. Plain ones do the same by {@link MaskedText}.
 */
public class MaskedLogs implements StructuredLoggingJsonMembersCustomizer<Object> {
    static final Pattern CODE = Pattern.compile("\\b100[ -]?\\d{3}[ -]?\\d{3}[ -]?(\\d{3})(?!\\d)");
    static final Pattern MAC =
            Pattern.compile("(?i)\\b([0-9a-f]{2}[-:][0-9a-f]{2}[-:][0-9a-f]{2})(?:[-:][0-9a-f]{2}){3}\\b");
    /** What writes over a line, turns it round or can't be seen; a stack trace keeps its ends of lines. */
    static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    private static final int MAC_BYTE = "00:".length();

    /** Of programs, gateways and FreeRADIUS servers, and web hooks' secrets. */
    static final Pattern KEY = Pattern.compile("\\b([pgr]k_|whsec_)[A-Za-z0-9_-]{4,}");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text ? mask(text) : value);
    }

    /** The text without them. Nearly every line is as it may be, so that looking for them costs less than each pattern. */
    public static String mask(String text) {
        String masked = hasUnseen(text) ? UNSEEN.matcher(text).replaceAll(" ") : text;
        masked = masked.contains("100") ? CODE.matcher(masked).replaceAll("100******$1") : masked;
        masked = mayHaveMac(masked) ? MAC.matcher(masked).replaceAll("$1:**:**:**") : masked;
        return masked.contains("k_") || masked.contains("whsec_")
                ? KEY.matcher(masked).replaceAll("$1***")
                : masked;
    }

    /** Whether it is more than letters, digits and signs of ASCII, ends of lines and tabulators. */
    private static boolean hasUnseen(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return true;
            }
        }
        return false;
    }

    /** Whether separators stand where they would in a MAC that is not masked yet; no time of day has them there. */
    private static boolean mayHaveMac(String text) {
        for (int last = 4 * MAC_BYTE; last < text.length(); last++) {
            if (isSeparator(text.charAt(last))
                    && isSeparator(text.charAt(last - 2 * MAC_BYTE))
                    && isSeparator(text.charAt(last - 4 * MAC_BYTE))
                    && text.charAt(last - 1) != '*') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeparator(char c) {
        return c == ':' || c == '-';
    }
}
