package dev.propusk.sheet;

import static dev.propusk.sheet.Typeface.REGULAR;

import java.time.Instant;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;

/** Lays coupons on pages, with cutting lines at the same places on each. */
final class SheetPages {
    private static final float SMALL = 7;

    private final SheetLayout layout;
    private final SheetWords words;
    private final Instant printedAt;
    private final GuestCopy guestCopy;
    private final Stub stub;

    SheetPages(SheetLayout layout, SheetWords words, Instant printedAt) {
        this.layout = layout;
        this.words = words;
        this.printedAt = printedAt;
        this.guestCopy = new GuestCopy(words);
        this.stub = new Stub(words);
    }

    void paint(Document document, PdfWriter writer, List<Coupon> coupons) {
        int pages = layout.pages(coupons.size());
        for (int page = 0; page < pages; page++) {
            document.newPage();
            Pen pen = new Pen(writer.getDirectContent());
            paintMargin(pen, page + 1, pages);
            paintCuts(pen);
            int from = page * layout.rows();
            paintRows(pen, coupons.subList(from, Math.min(from + layout.rows(), coupons.size())));
        }
    }

    private void paintMargin(Pen pen, int page, int pages) {
        Box left = layout.margin(0);
        Box right = layout.margin(layout.middle());
        float baseline = left.down(layout.top() - 2.5);
        FittedText origin = FittedText.fit(words.origin(), REGULAR, left.width(), 1, SMALL, 5);
        pen.write(origin, left.left(), baseline, 0);
        pen.write(words.printed(printedAt), REGULAR, SMALL, right.left(), baseline);
        pen.writeEndingAt(words.page(page, pages), REGULAR, SMALL, right.right(), baseline);
    }

    private void paintCuts(Pen pen) {
        float width = layout.paper().getWidth();
        layout.cutsAcross().forEach(height -> pen.cut(0, height, width, height));
        pen.cut(layout.middle(), 0, layout.middle(), layout.paper().getHeight());
    }

    private void paintRows(Pen pen, List<Coupon> coupons) {
        for (int row = 0; row < coupons.size(); row++) {
            guestCopy.paint(pen, layout.guestCopy(row), coupons.get(row));
            stub.paint(pen, layout.stub(row), coupons.get(row));
        }
    }
}
