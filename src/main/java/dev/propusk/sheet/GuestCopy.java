package dev.propusk.sheet;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

/** The left half of a row: the network, the code large enough for arm's length, and what to do with it. */
final class GuestCopy {
    private static final float SMALL = 8;
    private static final float STEP = 9.5f;
    private static final float TEXT = 10;
    private static final float NETWORK = 13;
    private static final float CODE = 24;

    private final SheetWords words;

    GuestCopy(SheetWords words) {
        this.words = words;
    }

    void paint(Pen pen, Box box, Coupon coupon) {
        paintNetwork(pen, box);
        pen.write(words.code(), REGULAR, SMALL, box.left(), box.down(13.2));
        pen.write(coupon.code().grouped(), BOLD, CODE, box.left(), box.down(21.2));
        pen.write(words.kind(coupon), REGULAR, TEXT, box.left(), box.down(26.6));
        paintSteps(pen, box);
    }

    /** A guest must be able to find the name in a list, so it shrinks and wraps, but is never cut. */
    private void paintNetwork(Pen pen, Box box) {
        float indent = REGULAR.width(words.network() + "  ", NETWORK);
        float room = box.width() - indent;
        boolean fitsOneLine = BOLD.width(words.ssid(), TEXT) <= room;
        FittedText ssid = fitsOneLine
                ? FittedText.fit(words.ssid(), BOLD, room, 1, NETWORK, TEXT)
                : FittedText.fit(words.ssid(), BOLD, room, 2, TEXT, SMALL);
        float baseline = box.down(fitsOneLine ? 8 : 6.5);
        pen.write(words.network(), REGULAR, NETWORK, box.left(), baseline);
        pen.write(ssid, box.left() + indent, baseline, Box.mm(3.8));
    }

    private void paintSteps(Pen pen, Box box) {
        double down = 33.2;
        for (String step : words.steps()) {
            FittedText line = FittedText.fit(step, REGULAR, box.width(), 1, STEP, 7);
            pen.write(line, box.left(), box.down(down), 0);
            down += 4.6;
        }
    }
}
