package dev.propusk.sheet.draw;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;

/** The left half of a row: the network, the code large enough for arm's length, and what to do with it. */
final class GuestCopy {
    private static final double QR = 21;
    private static final double QR_DOWN = 3.5;
    private static final double QR_GAP = 3;
    private static final double KIND_DOWN = 26.6;
    private static final double KIND_STEP = 4.2;
    private static final float SMALL = 8;
    private static final float STEP = 9.5f;
    private static final float TEXT = 10;
    /** With all limits that a token can have, in the longest words. */
    private static final float SMALLEST_KIND = 5;

    private static final float NETWORK = 13;
    private static final float CODE = 24;
    /** Readable at arm's length. */
    private static final float SMALLEST_CODE = 20;
    /** What 300 of the widest letters need; words of usual width stay at 7 or more. */
    private static final float SMALLEST_STEP = 5;

    private final Wording words;
    private final Stamp same;
    private final float room;

    /** @param box the size of one copy */
    GuestCopy(Wording words, boolean withQrCode, PdfContentByte page, Box box) {
        this.words = words;
        Stamp qrCode = withQrCode ? JoinCode.ofNetwork(words.first().rawSsid()).drawnOn(page, Box.mm(QR)) : null;
        this.room = qrCode == null ? box.width() : box.width() - qrCode.width() - Box.mm(QR_GAP);
        Box origin = new Box(0, 0, box.width(), box.height());
        this.same = Stamp.of(page, box.width(), box.height(), pen -> paintSame(pen, origin, qrCode));
    }

    void paint(Pen pen, Box box, Coupon coupon) {
        pen.put(same, box.left(), box.bottom());
        FittedText code = FittedText.fit(coupon.code().grouped(), BOLD, room, 1, CODE, SMALLEST_CODE);
        pen.write(code, box.left(), box.down(21.2), 0);
        double down = KIND_DOWN;
        for (String kind : words.each(language -> language.kind(coupon))) {
            pen.write(
                    FittedText.fit(kind, REGULAR, box.width(), 1, TEXT, SMALLEST_KIND), box.left(), box.down(down), 0);
            down += KIND_STEP;
        }
    }

    private void paintSame(Pen pen, Box box, @Nullable Stamp qrCode) {
        if (qrCode != null) {
            pen.put(qrCode, box.right() - qrCode.width(), box.down(QR_DOWN) - qrCode.height());
        }
        paintNetwork(pen, box);
        pen.write(words.joined(SheetWords::code), REGULAR, SMALL, box.left(), box.down(13.2));
        float top = box.down(KIND_DOWN + (words.languages().size() - 1) * KIND_STEP + 2.4);
        float height = top - box.bottom() - Box.mm(1.3);
        FittedText steps = FittedText.fill(words.steps(), REGULAR, box.width(), height, STEP, SMALLEST_STEP);
        pen.writeBlock(steps, box.left(), top);
    }

    /** A guest must be able to find the name in a list, so it shrinks and wraps, but is never cut. */
    private void paintNetwork(Pen pen, Box box) {
        float indent = REGULAR.width(words.first().network() + "  ", NETWORK);
        float width = room - indent;
        String ssid = words.first().ssid();
        boolean fitsOneLine = BOLD.width(ssid, TEXT) <= width;
        FittedText name = fitsOneLine
                ? FittedText.fit(ssid, BOLD, width, 1, NETWORK, TEXT)
                : FittedText.fit(ssid, BOLD, width, 2, TEXT, SMALL);
        float baseline = box.down(fitsOneLine ? 8 : 6.5);
        pen.write(words.first().network(), REGULAR, NETWORK, box.left(), baseline);
        pen.write(name, box.left() + indent, baseline, Box.mm(3.8));
    }
}
