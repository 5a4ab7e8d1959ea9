package dev.propusk.base;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a text's places: <code>{0}</code> is the first value, <code>{mac}</code> the one of that name;
 * <code>{0|токен|токена|токенов}</code> is the form of a word that goes with that number (see {@link PluralRule}). Quotes and
 * other braces stand for themselves.
 */
final class TextTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)((?:\\|[^|{}]*)*)}");

    private TextTemplate() {}

    static String fill(String template, Locale locale, @Nullable Object... values) {
        return values.length == 0 ? template : fill(template, locale, place -> value(place, values));
    }

    /**
     * Fills in values by name.
     *
     * @param values finds a place's value; null: the place stays as it stands
     */
    static String fill(String template, Locale locale, Function<String, @Nullable Object> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(replacement(place, locale, values)));
    }

    private static @Nullable Object value(String place, @Nullable Object[] values) {
        boolean isOne =
                place.length() == 1 && Character.isDigit(place.charAt(0)) && place.charAt(0) - '0' < values.length;
        return isOne ? Objects.requireNonNullElse(values[place.charAt(0) - '0'], "null") : null;
    }

    private static String replacement(MatchResult place, Locale locale, Function<String, @Nullable Object> values) {
        Object value = values.apply(place.group(1));
        if (value == null) {
            return place.group();
        }
        if (place.group(2).isEmpty()) {
            return String.valueOf(value);
        }
        String[] forms = place.group(2).substring(1).split("\\|", -1);
        long count = value instanceof Number number ? Math.abs(number.longValue()) : 0;
        return forms[Math.min(PluralRule.form(locale, count), forms.length - 1)];
    }
}
