package dev.propusk.bench.bare;

import dev.propusk.bench.seed.Database;
import dev.propusk.security.ContractId;
import dev.propusk.sheet.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** The tokens read, and as many pages with the same words on them, line below line, nothing fitted and nothing drawn. */
public final class BareSheet implements AutoCloseable {
    private static final float SIZE = 7;
    private static final float MARGIN = 20;

    private final Connection connection;
    private final PreparedStatement tokens;
    private final List<List<String>> pages;

    /** @param sheet whose words are written again */
    public BareSheet(Database database, byte[] sheet) throws SQLException, IOException {
        connection = database.connect();
        connection.setAutoCommit(true);
        tokens = connection.prepareStatement(
                "select " + Rows.TOKEN
                        + " from token where contract_id = ? and state = 'UNUSED' and deleted_at is null order by generated_at, id");
        pages = words(sheet);
    }

    private static List<List<String>> words(byte[] sheet) throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(sheet)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).lines().toList());
            }
        }
        return pages;
    }

    /** Returns how many lines were written. */
    public int print(ContractId contract) throws SQLException {
        tokens.setObject(1, contract.value());
        Rows.read(tokens);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (Document document = new Document(PageSize.A4)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setFullCompression();
            writer.setCompressionLevel(9);
            document.open();
            for (List<String> page : pages) {
                document.newPage();
                write(writer.getDirectContent(), page);
            }
        }
        return pages.stream().mapToInt(List::size).sum();
    }

    private static void write(PdfContentByte canvas, List<String> lines) {
        float baseline = PageSize.A4.getHeight() - MARGIN;
        for (String line : lines) {
            canvas.beginText();
            canvas.setFontAndSize(Typeface.REGULAR.font(), SIZE);
            canvas.setTextMatrix(MARGIN, baseline);
            canvas.showText(line);
            canvas.endText();
            baseline -= SIZE;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
