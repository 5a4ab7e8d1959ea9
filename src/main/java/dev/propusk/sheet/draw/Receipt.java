package dev.propusk.sheet.draw;

import static dev.propusk.sheet.Typeface.BOLD;
import static dev.propusk.sheet.Typeface.REGULAR;

import dev.propusk.sheet.SheetSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;

/** A coupon on a roll: the guest's copy, and below it the stub, one thing under the other. */
final class Receipt {
    private static final double QR = 26;
    private static final float SMALL = 8;
    private static final float TEXT = 9.5f;
    private static final float NETWORK = 15;
    private static final float CODE = 26;
    private static final float SMALLEST_CODE = 20;
    private static final float STUB_CODE = 16;
    private static final double LINE_HEIGHT = 8;

    private final SheetSettings settings;
    private final Wording words;
    private final float width;
    private final Stamp head;
    private final Stamp steps;
    private final Stamp stubHead;
    private final Stamp lines;

    /** @param width of what is printed */
    Receipt(SheetSettings settings, Wording words, PdfContentByte page, float width) {
        this.settings = settings;
        this.words = words;
        this.width = width;
        Stamp qrCode =
                settings.qrCode() ? JoinCode.ofNetwork(words.first().rawSsid()).drawnOn(page, Box.mm(QR)) : null;
        this.head = stamp(page, (pen, top) -> paintHead(pen, top, qrCode));
        this.steps = stamp(page, (pen, top) -> write(pen, 0, words.steps(), TEXT, top));
        this.stubHead = stamp(page, (pen, top) -> write(pen, 0, words.each(SheetWords::stub), SMALL, top));
        this.lines = stamp(page, (pen, top) -> paintLines(pen, top));
    }

    /**
     * Paints below this height.
     *
     * @return the height below all that was painted
     */
    float paint(Pen pen, float left, float top, Coupon coupon) {
        float down = put(pen, head, left, top);
        FittedText code = FittedText.fit(coupon.code().grouped(), BOLD, width, 1, CODE, SMALLEST_CODE);
        down = pen.writeBlock(code, left, down);
        down = write(pen, left, words.each(language -> language.kind(coupon)), TEXT, down);
        down = put(pen, steps, left, down - Box.mm(2));
        return settings.receiptStub() ? paintStub(pen, left, down, coupon) : down;
    }

    private float paintStub(Pen pen, float left, float top, Coupon coupon) {
        float down = top - Box.mm(3);
        if (settings.cutLines()) {
            pen.cut(0, down, 2 * left + width, down);
        }
        down = put(pen, stubHead, left, down - Box.mm(2));
        FittedText code = FittedText.fit(coupon.code().grouped(), BOLD, width, 1, STUB_CODE, SMALL);
        down = pen.writeBlock(code, left, down);
        if (coupon.printedBefore() != null) {
            Stub.paintPrintedAgain(pen, new Box(left, 0, width, down), words, coupon.printedBefore());
            down -= Box.mm(8.5);
        }
        List<String> kindAndNote = new ArrayList<>(words.each(language -> language.shortKind(coupon)));
        words.note(coupon).ifPresent(kindAndNote::add);
        down = write(pen, left, kindAndNote, TEXT, down);
        down = write(pen, left, words.each(language -> language.generated(coupon.generatedAt())), SMALL, down);
        return put(pen, lines, left, down);
    }

    private float paintHead(Pen pen, float top, @Nullable Stamp qrCode) {
        float down = write(pen, 0, List.of(words.first().network()), TEXT, top);
        down = pen.writeBlock(FittedText.fit(words.first().ssid(), BOLD, width, 2, NETWORK, SMALL), 0, down);
        if (qrCode != null) {
            down -= Box.mm(2) + qrCode.height();
            pen.put(qrCode, (width - qrCode.width()) / 2, down);
        }
        return write(pen, 0, List.of(words.joined(SheetWords::code)), SMALL, down - Box.mm(2));
    }

    private float paintLines(Pen pen, float top) {
        float down = top;
        for (String label : List.of(
                words.joined(SheetWords::name),
                words.joined(SheetWords::document),
                words.joined(SheetWords::handedOut),
                words.joined(SheetWords::signature))) {
            down -= Box.mm(LINE_HEIGHT);
            Stub.paintLine(pen, label, 0, width, down);
        }
        return down - Box.mm(1);
    }

    private float write(Pen pen, float left, List<String> text, float size, float top) {
        return pen.writeBlock(FittedText.wrapped(text, REGULAR, size, width), left, top);
    }

    private static float put(Pen pen, Stamp stamp, float left, float top) {
        pen.put(stamp, left, top - stamp.height());
        return top - stamp.height();
    }

    private interface Painting {
        /**
         * Paints below this height.
         *
         * @return the height below all that was painted
         */
        float paint(Pen pen, float top);
    }

    /** As high as what is painted in it. */
    private Stamp stamp(PdfContentByte page, Painting painting) {
        Pen scrap = new Pen(new PdfContentByte(page.getPdfWriter()));
        float height = -painting.paint(scrap, 0);
        return Stamp.of(page, width, height, pen -> painting.paint(pen, height));
    }
}
