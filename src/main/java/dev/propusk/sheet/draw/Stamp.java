package dev.propusk.sheet.draw;

import java.util.function.Consumer;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * What is the same on every coupon: drawn once, kept once in the file, put wherever it belongs. Its box begins at the
 * lower left corner.
 */
record Stamp(PdfTemplate drawing) {
    static Stamp of(PdfContentByte page, float width, float height, Consumer<Pen> painting) {
        PdfTemplate drawing = page.createTemplate(width, height);
        painting.accept(new Pen(drawing));
        return new Stamp(drawing);
    }

    float width() {
        return drawing.getWidth();
    }

    float height() {
        return drawing.getHeight();
    }
}
