package dev.propusk.sheet.draw;

import dev.propusk.sheet.SheetSettings;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * One coupon a page of a roll's width. All pages of a sheet have the height of its longest coupon: the printer's driver is
 * told one size.
 */
final class ReceiptPages implements Pages {
    static final double WIDTH = 80;
    /** What heads of such printers can't reach on either side. */
    private static final double SIDE = 4;

    private static final double TOP = 4;
    private static final double BOTTOM = 6;

    private final SheetSettings settings;
    private final Wording words;

    ReceiptPages(SheetSettings settings, Wording words) {
        this.settings = settings;
        this.words = words;
    }

    @Override
    public int paint(Document document, PdfWriter writer, List<Coupon> coupons) {
        document.setPageSize(new Rectangle(Box.mm(WIDTH), Box.mm(WIDTH)));
        document.open();
        float left = Box.mm(SIDE);
        Receipt receipt = new Receipt(settings, words, writer.getDirectContent(), Box.mm(WIDTH) - 2 * left);
        Pen scrap = new Pen(new PdfContentByte(writer));
        double lowest = coupons.stream()
                .mapToDouble(coupon -> receipt.paint(scrap, left, 0, coupon))
                .min()
                .orElseThrow();
        float height = Box.mm(TOP + BOTTOM) - (float) lowest;
        document.setPageSize(new Rectangle(Box.mm(WIDTH), height));
        for (Coupon coupon : coupons) {
            document.newPage();
            receipt.paint(new Pen(writer.getDirectContent()), left, height - Box.mm(TOP), coupon);
        }
        return coupons.size();
    }
}
