package dev.propusk.sheet;

import java.text.Normalizer;

/** Makes what people typed fit to be printed: on one line, nothing invisible in it, nothing lost unseen. */
public final class PrintableText {
    /** Stands where the font has no such character. */
    static final String UNKNOWN = "◊";

    private PrintableText() {}

    /**
     * The text in composed form, without control, direction and other invisible characters, with single spaces, and
     * {@value #UNKNOWN} for each character that the font lacks.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(clean, c));
        return clean.toString().strip();
    }

    private static void append(StringBuilder clean, int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        } else if (!isInvisible(character)) {
            clean.append(isKnown(character) ? Character.toString(character) : UNKNOWN);
        }
    }

    private static boolean isKnown(int character) {
        return Typeface.REGULAR.has(character) && Typeface.BOLD.has(character);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> isVariationSelector(character);
        };
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
