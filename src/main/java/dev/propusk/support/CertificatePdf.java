package dev.propusk.support;

import dev.propusk.sheet.Typeface;
import dev.propusk.support.CertificateText.Line;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Draws a certificate on A4 pages, each with its number, how many there are, and the checksum. */
final class CertificatePdf {
    private static final Font TITLE = new Font(Typeface.BOLD.font(), 16);
    private static final Font BOLD = new Font(Typeface.BOLD.font(), 10);
    private static final Font TEXT = new Font(Typeface.REGULAR.font(), 10);
    private static final Color RULE = new Color(0xBB, 0xBB, 0xBB);

    private CertificatePdf() {}

    static byte[] draw(CertificateText text, String findings, String doubts, CertificateFooter footer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        try (Document document = new Document(PageSize.A4, 50, 50, 46, 66)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.setFullCompression();
            writer.setPageEvent(footer);
            document.addTitle(text.title());
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(text.language()));
            document.open();
            document.add(paragraph(text.title(), TITLE, 0, 10));
            document.add(paragraph(text.sentence(), TEXT, 0, 12));
            document.add(table(text.facts()));
            if (!text.findings().isEmpty()) {
                document.add(paragraph(findings, BOLD, 14, 6));
            }
            for (int i = 0; i < text.findings().size(); i++) {
                document.add(paragraph((i + 1) + ".", BOLD, 6, 3));
                document.add(table(text.findings().get(i)));
            }
            if (!text.doubts().isEmpty()) {
                document.add(paragraph(doubts, BOLD, 14, 4));
            }
            text.doubts().forEach(doubt -> document.add(paragraph("• " + doubt, TEXT, 0, 3)));
        }
        return out.toByteArray();
    }

    private static Paragraph paragraph(String text, Font font, float before, float after) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static PdfPTable table(List<Line> lines) {
        PdfPTable table = new PdfPTable(new float[] {3, 7});
        table.setWidthPercentage(100);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        lines.forEach(line -> {
            table.addCell(cell(line.label(), TEXT));
            table.addCell(cell(line.value(), TEXT));
        });
        return table;
    }

    private static PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setPaddingTop(3);
        cell.setPaddingBottom(5);
        return cell;
    }
}
