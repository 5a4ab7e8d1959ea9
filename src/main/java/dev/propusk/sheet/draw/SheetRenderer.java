package dev.propusk.sheet.draw;

import dev.propusk.base.Texts;
import dev.propusk.contract.Limits;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.Uses;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.IntStream;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Draws the sheet (rule 14): each token twice, as the guest's copy and as the stub beside it. */
@Component
public class SheetRenderer {
    private static final TokenCode SAMPLE = new TokenCode("100000000000");

    private final Texts texts;

    SheetRenderer(Texts texts) {
        this.texts = texts;
    }

    /**
     * The coupons in the order given, laid out as the settings say.
     *
     * @throws IllegalArgumentException where there is nothing to print
     */
    public Sheet render(SheetNetwork network, SheetSettings settings, Instant printedAt, List<Coupon> coupons) {
        if (coupons.isEmpty()) {
            throw new IllegalArgumentException("A sheet has at least one coupon");
        }
        Wording words = new Wording(
                settings.language().locales().stream()
                        .map(language -> new SheetWords(texts, language, network))
                        .toList(),
                settings.instructions());
        Pages pages = settings.paper() == SheetPaper.RECEIPT
                ? new ReceiptPages(settings, words)
                : new SheetPages(settings, words, printedAt);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        int count;
        try (Document document = new Document()) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            describe(document, writer, words, network, printedAt);
            count = pages.paint(document, writer, coupons);
        }
        return new Sheet(out.toByteArray(), coupons.size(), count);
    }

    /** A page, or on a roll two, of codes that nobody has. */
    public Sheet sample(SheetNetwork network, SheetSettings settings, Instant now) {
        int count = settings.paper() == SheetPaper.RECEIPT
                ? 2
                : SheetLayout.of(settings).rows();
        return render(
                network,
                settings,
                now,
                IntStream.range(0, count)
                        .mapToObj(i -> sample(i, settings.language(), now))
                        .toList());
    }

    /** One of each kind, and one printed again. */
    private Coupon sample(int number, SheetLanguage language, Instant now) {
        boolean single = number % 2 == 0;
        Instant before = now.minus(Duration.ofDays(1));
        boolean again = number == 2;
        return new Coupon(
                SAMPLE,
                single ? Uses.ONE : Uses.ANY,
                single ? Term.ofDays(7) : Term.UNLIMITED,
                Limits.NONE,
                texts.get(language.locales().getFirst(), "sheet.sample"),
                again ? before : now,
                again ? before : null);
    }

    private static void describe(
            Document document, PdfWriter writer, Wording words, SheetNetwork network, Instant printedAt) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setFullCompression();
        writer.setCompressionLevel(9);
        document.addTitle(words.joined(SheetWords::title));
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(words.first().language().toLanguageTag()));
        writer.getInfo()
                .put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(printedAt.atZone(network.zone()))));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        // a viewer that shrinks pages or prints on both sides would spoil the cuts and the coupons
        writer.addViewerPreference(PdfName.PRINTSCALING, PdfName.NONE);
        writer.addViewerPreference(PdfName.DUPLEX, PdfName.SIMPLEX);
    }
}
