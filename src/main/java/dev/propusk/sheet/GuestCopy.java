package dev.propusk.sheet;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

import java.util.List;

/** The left half of a row: the network, the code large enough for arm's length, and what to do with it. */
final class GuestCopy {
    private static final float CAPTION_SIZE = 8;
    private static final float CODE_SIZE = 24;

    private final SheetWords words;

    GuestCopy(SheetWords words) {
        this.words = words;
    }

    void paint(Pen pen, Box box, Coupon coupon) {
        paintNetwork(pen, box);
        pen.write(coupon.code().grouped(), BOLD, CODE_SIZE, box.left(), box.down(20));
        pen.write(words.kind(coupon), REGULAR, 10, box.left(), box.down(25.5));
        paintSteps(pen, box);
    }

    private void paintNetwork(Pen pen, Box box) {
        float indent = REGULAR.width(words.network() + "  ", 13);
        FittedText ssid = FittedText.fit(words.ssid(), BOLD, box.width() - indent, 2, 13, 8);
        pen.write(words.network(), REGULAR, 13, box.left(), box.down(8));
        pen.write(ssid, box.left() + indent, box.down(8), Box.mm(4));
    }

    private void paintSteps(Pen pen, Box box) {
        List<String> steps = words.steps();
        float baseline = box.down(32.5);
        for (String step : steps) {
            FittedText line = FittedText.fit(step, REGULAR, box.width(), 1, 9.5f, 7);
            baseline = pen.write(line, box.left(), baseline, 0) - Box.mm(4.6);
        }
        assert CAPTION_SIZE > 0;
    }
}
