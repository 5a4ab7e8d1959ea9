package dev.propusk.sheet;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a contract wants its sheets.
 *
 * @param instructions what the guest reads in place of the usual three steps: at most {@value #MAX_LINES} lines and
 *     {@value #MAX_CHARACTERS} characters, kept without what can't be seen; null or blank: the usual steps
 * @param qrCode whether a code on the guest's copy lets a phone join the network; it never holds the token
 * @param cutLines whether lines to cut along are printed
 * @param receiptStub whether the stub follows the guest's copy on a roll
 */
public record SheetSettings(
        SheetLanguage language,
        @Nullable String instructions,
        boolean qrCode,
        SheetPaper paper,
        boolean cutLines,
        SheetSort order,
        boolean receiptStub) {
    public static final int MAX_LINES = 5;
    public static final int MAX_CHARACTERS = 300;
    public static final SheetSettings DEFAULT =
            new SheetSettings(SheetLanguage.RUSSIAN, null, true, SheetPaper.A4, true, SheetSort.GENERATED, true);

    public SheetSettings {
        instructions = clean(instructions);
        if (instructions != null && !isShortEnough(instructions)) {
            throw new InvalidSheetSettingsException("instructions");
        }
    }

    /** The instructions without what can't be seen and without empty lines; null where nothing is left. */
    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String visible = text.lines()
                .map(PrintableText::visible)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return visible.isEmpty() ? null : visible;
    }

    /** Whether instructions may be so long; what can't be seen does not count. */
    public static boolean mayBeInstructions(String text) {
        String visible = clean(text);
        return visible == null || isShortEnough(visible);
    }

    private static boolean isShortEnough(String text) {
        return text.lines().count() <= MAX_LINES && text.codePointCount(0, text.length()) <= MAX_CHARACTERS;
    }

    public SheetSettings on(SheetPaper other) {
        return new SheetSettings(language, instructions, qrCode, other, cutLines, order, receiptStub);
    }
}
