package dev.propusk.sheet;

import dev.propusk.base.Texts;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Draws the sheet (rule 14): each token twice in one row, the guest's copy on the left and the stub on the right. */
@Component
public class SheetRenderer {
    private final Texts texts;

    SheetRenderer(Texts texts) {
        this.texts = texts;
    }

    /**
     * The coupons in the order given, on A4, six a page.
     *
     * @throws IllegalArgumentException where there is nothing to print
     */
    public Sheet render(SheetNetwork network, Locale language, Instant printedAt, List<Coupon> coupons) {
        if (coupons.isEmpty()) {
            throw new IllegalArgumentException("A sheet has at least one coupon");
        }
        SheetLayout layout = SheetLayout.A4;
        SheetWords words = new SheetWords(texts, language, network);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (Document document = new Document(layout.paper())) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            describe(document, writer, words, network, printedAt);
            document.open();
            new SheetPages(layout, words, printedAt).paint(document, writer, coupons);
        }
        return new Sheet(out.toByteArray(), coupons.size(), layout.pages(coupons.size()));
    }

    private static void describe(
            Document document, PdfWriter writer, SheetWords words, SheetNetwork network, Instant printedAt) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setFullCompression();
        writer.setCompressionLevel(9);
        document.addTitle(words.title());
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(words.language().toLanguageTag()));
        writer.getInfo()
                .put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(printedAt.atZone(network.zone()))));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        // a viewer that shrinks pages or prints on both sides would spoil the cuts and the coupons
        writer.addViewerPreference(PdfName.PRINTSCALING, PdfName.NONE);
        writer.addViewerPreference(PdfName.DUPLEX, PdfName.SIMPLEX);
    }
}
