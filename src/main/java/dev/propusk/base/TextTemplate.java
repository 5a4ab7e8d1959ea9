package dev.propusk.base;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a text's places: <code>{0}</code> is the first value; <code>{0|токен|токена|токенов}</code> is the form of a
 * word that goes with that number: one, few, many in Russian; one, other in English (CLDR plural rules for whole
 * numbers). Quotes and other braces stand for themselves.
 */
final class TextTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)((?:\\|[^|{}]*)*)}");

    private TextTemplate() {}

    static String fill(String template, Locale locale, @Nullable Object... values) {
        if (values.length == 0) {
            return template;
        }
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(replacement(place, locale, values)));
    }

    private static String replacement(MatchResult place, Locale locale, @Nullable Object[] values) {
        int index = Integer.parseInt(place.group(1));
        if (index >= values.length) {
            return place.group();
        }
        Object value = values[index];
        if (place.group(2).isEmpty()) {
            return String.valueOf(value);
        }
        String[] forms = place.group(2).substring(1).split("\\|", -1);
        long count = value instanceof Number number ? Math.abs(number.longValue()) : 0;
        return forms[Math.min(form(count, locale), forms.length - 1)];
    }

    private static int form(long count, Locale locale) {
        if (!locale.getLanguage().equals("ru")) {
            return count == 1 ? 0 : 1;
        }
        long tens = count % 100;
        long ones = count % 10;
        if (ones == 1 && tens != 11) {
            return 0;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
    }
}
