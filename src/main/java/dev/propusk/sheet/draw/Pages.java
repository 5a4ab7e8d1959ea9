package dev.propusk.sheet.draw;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;

/** How coupons become pages on one kind of paper. */
interface Pages {
    /**
     * Opens the document and paints.
     *
     * @return how many pages it took
     */
    int paint(Document document, PdfWriter writer, List<Coupon> coupons);
}
