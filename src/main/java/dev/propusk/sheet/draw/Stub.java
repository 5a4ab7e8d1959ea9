package dev.propusk.sheet.draw;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

import java.time.Instant;
import org.openpdf.text.pdf.PdfContentByte;

/** The right half of a row: which token it was, and lines for what the owner writes down about the guest. */
final class Stub {
    private static final float SMALL = 8;
    private static final float TEXT = 9;
    private static final float CODE = 15;
    private static final double LINE_HEIGHT = 7;

    private final Wording words;
    private final Stamp same;

    /** @param box the size of one stub */
    Stub(Wording words, PdfContentByte page, Box box) {
        this.words = words;
        Box origin = new Box(0, 0, box.width(), box.height());
        this.same = Stamp.of(page, box.width(), box.height(), pen -> paintSame(pen, origin));
    }

    void paint(Pen pen, Box box, Coupon coupon) {
        pen.put(same, box.left(), box.bottom());
        String code = coupon.code().grouped();
        pen.write(code, BOLD, CODE, box.left(), box.down(11.8));
        if (coupon.printedBefore() != null) {
            float indent = BOLD.width(code, CODE) + Box.mm(3);
            Box beside = new Box(box.left() + indent, 0, box.width() - indent, box.down(6.6));
            paintPrintedAgain(pen, beside, words, coupon.printedBefore());
        }
        FittedText kind = FittedText.fit(
                words.kindAndNote(coupon),
                REGULAR,
                box.width(),
                1 + words.languages().size(),
                TEXT,
                7);
        float last = pen.write(kind, box.left(), box.down(16.2), Box.mm(3.4));
        for (String line : words.each(language -> language.generated(coupon.generatedAt()))) {
            last -= Box.mm(3.4);
            pen.write(line, REGULAR, SMALL, box.left(), last);
        }
    }

    /** Framed, from the box's top on. Whoever holds two stubs of one code must see which came first. */
    static void paintPrintedAgain(Pen pen, Box box, Wording words, Instant before) {
        float room = box.width() - Box.mm(2);
        FittedText again = FittedText.fit(words.joined(SheetWords::printedAgain), BOLD, room, 1, SMALL, 5);
        FittedText first = FittedText.fit(words.first().firstPrinted(before), REGULAR, room, 1, SMALL, 5);
        float left = box.left() + Box.mm(1);
        pen.write(again, left, box.down(2.9), 0);
        pen.write(first, left, box.down(5.9), 0);
        float height = Box.mm(6.8);
        pen.frame(new Box(box.left(), box.top() - height, box.width(), height));
    }

    private void paintSame(Pen pen, Box box) {
        FittedText heading = FittedText.fit(words.joined(SheetWords::stub), REGULAR, box.width(), 1, SMALL, 6);
        pen.write(heading, box.left(), box.down(5.6), 0);
        float step = Math.min(Box.mm(LINE_HEIGHT), box.height() / 6.7f);
        float last = box.bottom() + Box.mm(3.6);
        if (words.languages().size() > 1) {
            paintLine(pen, words.joined(SheetWords::signature), box.left(), box.right(), last);
            paintLine(pen, words.joined(SheetWords::handedOut), box.left(), box.right(), last + step);
            paintGuest(pen, box, last + 2 * step, step);
        } else {
            float half = box.left() + box.width() / 2;
            paintLine(pen, words.first().handedOut(), box.left(), half - Box.mm(1), last);
            paintLine(pen, words.first().signature(), half + Box.mm(1), box.right(), last);
            paintGuest(pen, box, last + step, step);
        }
    }

    private void paintGuest(Pen pen, Box box, float last, float step) {
        paintLine(pen, words.joined(SheetWords::document), box.left(), box.right(), last);
        paintLine(pen, words.joined(SheetWords::name), box.left(), box.right(), last + step);
    }

    static void paintLine(Pen pen, String label, float left, float right, float height) {
        pen.write(label, REGULAR, SMALL, left, height);
        pen.rule(left + REGULAR.width(label, SMALL) + Box.mm(1.5), right, height - 1);
    }
}
