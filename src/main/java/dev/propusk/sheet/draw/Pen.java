package dev.propusk.sheet.draw;

import dev.propusk.sheet.Typeface;
import org.openpdf.text.pdf.PdfContentByte;

/** Writes and rules on a page. Black only, so that every printer prints the same. */
final class Pen {
    private static final float HAIR = 0.3f;

    private final PdfContentByte page;

    Pen(PdfContentByte page) {
        this.page = page;
    }

    void write(String text, Typeface face, float size, float x, float baseline) {
        page.beginText();
        page.setFontAndSize(face.font(), size);
        page.setTextMatrix(x, baseline);
        page.showText(text);
        page.endText();
    }

    void writeEndingAt(String text, Typeface face, float size, float right, float baseline) {
        write(text, face, size, right - face.width(text, size), baseline);
    }

    /** Writes the lines below each other, the first on the baseline, and returns the baseline of the last. */
    float write(FittedText text, float x, float firstBaseline, float leading) {
        float baseline = firstBaseline + leading;
        for (String line : text.lines()) {
            baseline -= leading;
            write(line, text.face(), text.size(), x, baseline);
        }
        return baseline;
    }

    /** Writes the lines below each other, beginning under this height, and returns the height below the last. */
    float writeBlock(FittedText text, float x, float top) {
        float baseline = top - text.size();
        for (String line : text.lines()) {
            write(line, text.face(), text.size(), x, baseline);
            baseline -= text.leading();
        }
        return top - text.lines().size() * text.leading();
    }

    void put(Stamp stamp, float left, float bottom) {
        page.addTemplate(stamp.drawing(), left, bottom);
    }

    /** A line around something that must not be overlooked. */
    void frame(Box box) {
        page.setLineWidth(0.8f);
        page.rectangle(box.left(), box.bottom(), box.width(), box.height());
        page.stroke();
    }

    /** A line to write on by hand. */
    void rule(float left, float right, float height) {
        line(left, height, right, height);
    }

    /** A line to cut along. */
    void cut(float fromX, float fromY, float toX, float toY) {
        page.saveState();
        page.setLineDash(2, 2, 0);
        line(fromX, fromY, toX, toY);
        page.restoreState();
    }

    private void line(float fromX, float fromY, float toX, float toY) {
        page.setLineWidth(HAIR);
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }
}
