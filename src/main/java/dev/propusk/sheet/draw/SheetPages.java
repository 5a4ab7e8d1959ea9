package dev.propusk.sheet.draw;

import static dev.propusk.sheet.Typeface.REGULAR;

import dev.propusk.sheet.SheetSettings;
import java.time.Instant;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Lays coupons on sheets of paper, with cutting lines at the same places on each. */
final class SheetPages implements Pages {
    private static final float SMALL = 7;

    private final SheetSettings settings;
    private final SheetLayout layout;
    private final Wording words;
    private final Instant printedAt;

    SheetPages(SheetSettings settings, Wording words, Instant printedAt) {
        this.settings = settings;
        this.layout = SheetLayout.of(settings);
        this.words = words;
        this.printedAt = printedAt;
    }

    @Override
    public int paint(Document document, PdfWriter writer, List<Coupon> coupons) {
        document.setPageSize(layout.paper());
        document.open();
        PdfContentByte canvas = writer.getDirectContent();
        GuestCopy guestCopy = new GuestCopy(words, settings.qrCode(), canvas, layout.guestCopy(0));
        Stub stub = new Stub(words, canvas, layout.stub(0));
        Stamp cuts = Stamp.of(canvas, layout.paper().getWidth(), layout.paper().getHeight(), this::paintCuts);
        int pages = layout.pages(coupons.size());
        for (int page = 0; page < pages; page++) {
            document.newPage();
            Pen pen = new Pen(writer.getDirectContent());
            paintMargin(pen, page + 1, pages);
            if (settings.cutLines()) {
                pen.put(cuts, 0, 0);
            }
            int from = page * layout.rows();
            paintRows(pen, guestCopy, stub, coupons.subList(from, Math.min(from + layout.rows(), coupons.size())));
        }
        return pages;
    }

    /** In one language: the strip is cut away. */
    private void paintMargin(Pen pen, int page, int pages) {
        SheetWords first = words.first();
        Box left = layout.margin(0);
        Box right = layout.margin(layout.middle());
        float baseline = left.down(layout.top() - 2.5);
        FittedText origin = FittedText.fit(first.origin(), REGULAR, left.width(), 1, SMALL, 5);
        pen.write(origin, left.left(), baseline, 0);
        pen.write(first.printed(printedAt), REGULAR, SMALL, right.left(), baseline);
        pen.writeEndingAt(first.page(page, pages), REGULAR, SMALL, right.right(), baseline);
    }

    private void paintCuts(Pen pen) {
        float width = layout.paper().getWidth();
        layout.cutsAcross().forEach(height -> pen.cut(0, height, width, height));
        pen.cut(layout.middle(), 0, layout.middle(), layout.paper().getHeight());
    }

    private void paintRows(Pen pen, GuestCopy guestCopy, Stub stub, List<Coupon> coupons) {
        for (int row = 0; row < coupons.size(); row++) {
            guestCopy.paint(pen, layout.guestCopy(row), coupons.get(row));
            stub.paint(pen, layout.stub(row), coupons.get(row));
        }
    }
}
