package dev.propusk.base;

import java.util.Locale;

/**
 * Which of a word's forms goes with a whole number, by the language (CLDR's cardinal rules for those that guests and staff
 * speak); a text lists the forms in CLDR's order. A language that is not named here has one and other.
 */
final class PluralRule {
    private PluralRule() {}

    /** Counted from 0. */
    static int form(Locale language, long count) {
        return switch (language.getLanguage()) {
            case "ru", "uk", "be" -> slavic(count);
            case "ar" -> arabic(count);
            case "zh", "ja", "ko", "vi", "th", "id" -> 0;
            case "hy", "hi", "fa", "fr" -> count <= 1 ? 0 : 1;
            default -> count == 1 ? 0 : 1;
        };
    }

    /** One, few, many. */
    private static int slavic(long count) {
        long tens = count % 100;
        long ones = count % 10;
        if (ones == 1 && tens != 11) {
            return 0;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
    }

    /** Zero, one, two, few, many, other. */
    private static int arabic(long count) {
        long tens = count % 100;
        if (count <= 2) {
            return (int) count;
        }
        if (tens >= 3 && tens <= 10) {
            return 3;
        }
        return tens >= 11 ? 4 : 5;
    }
}
