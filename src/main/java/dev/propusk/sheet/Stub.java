package dev.propusk.sheet;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

/** The right half of a row: which token it was, and lines for what the owner writes down about the guest. */
final class Stub {
    private static final float SMALL = 8;
    private static final float TEXT = 9;
    private static final float CODE = 15;
    private static final double LINE_HEIGHT = 7;

    private final SheetWords words;

    Stub(SheetWords words) {
        this.words = words;
    }

    void paint(Pen pen, Box box, Coupon coupon) {
        FittedText heading = FittedText.fit(words.stub(), REGULAR, box.width(), 1, SMALL, 6);
        pen.write(heading, box.left(), box.down(6.5), 0);
        pen.write(coupon.code().grouped(), BOLD, CODE, box.left(), box.down(13));
        FittedText kind = FittedText.fit(words.kindAndNote(coupon), REGULAR, box.width(), 2, TEXT, 7);
        float last = pen.write(kind, box.left(), box.down(17.6), Box.mm(3.5));
        pen.write(words.generated(coupon.generatedAt()), REGULAR, SMALL, box.left(), last - Box.mm(3.6));
        paintLines(pen, box);
    }

    private void paintLines(Pen pen, Box box) {
        float last = box.bottom() + Box.mm(3.6);
        float half = box.left() + box.width() / 2;
        paintLine(pen, words.name(), box.left(), box.right(), last + 2 * Box.mm(LINE_HEIGHT));
        paintLine(pen, words.document(), box.left(), box.right(), last + Box.mm(LINE_HEIGHT));
        paintLine(pen, words.handedOut(), box.left(), half - Box.mm(1), last);
        paintLine(pen, words.signature(), half + Box.mm(1), box.right(), last);
    }

    private static void paintLine(Pen pen, String label, float left, float right, float height) {
        pen.write(label, REGULAR, SMALL, left, height);
        pen.rule(left + REGULAR.width(label, SMALL) + Box.mm(1.5), right, height - 1);
    }
}
