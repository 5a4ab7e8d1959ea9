package dev.propusk.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/** A weight of PT Sans, the sheet's font: Cyrillic of all Russia's languages, figures of one width, № and ₽. */
public final class Typeface {
    public static final Typeface REGULAR = new Typeface("PTSans-Regular.ttf");
    public static final Typeface BOLD = new Typeface("PTSans-Bold.ttf");

    private final BaseFont font;

    private Typeface(String file) {
        this.font = load(file);
    }

    public BaseFont font() {
        return font;
    }

    public float width(String text, float size) {
        return font.getWidthPoint(text, size);
    }

    boolean has(int character) {
        return Character.isBmpCodePoint(character) && font.charExists(character);
    }

    private static BaseFont load(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream("/sheet/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Font " + file + " is missing");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
