package dev.propusk.support;

import dev.propusk.sheet.Typeface;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of each page: the certificate's number and checksum, the page and how many there are. */
final class CertificateFooter extends PdfPageEventHelper {
    private static final float SIZE = 8;

    private final String number;
    private final String checksum;
    private final IntFunction<String> page;
    private @Nullable PdfTemplate total;

    /** @param page the page's number in words, up to where the number of all pages follows */
    CertificateFooter(String number, String checksum, IntFunction<String> page) {
        this.number = number;
        this.checksum = checksum;
        this.page = page;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(30, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        String text = page.apply(writer.getPageNumber());
        write(canvas, number, document.left(), 40);
        write(canvas, checksum, document.left(), 28);
        float right = document.right() - 24;
        write(canvas, text, right - Typeface.REGULAR.font().getWidthPoint(text, SIZE), 40);
        if (total != null) {
            canvas.addTemplate(total, right, 40);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            write(total, String.valueOf(writer.getPageNumber() - 1), 0, 0);
        }
    }

    private static void write(PdfContentByte canvas, String text, float x, float y) {
        canvas.beginText();
        canvas.setFontAndSize(Typeface.REGULAR.font(), SIZE);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
