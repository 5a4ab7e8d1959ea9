package dev.propusk.sheet.draw;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A sheet read back with PDFBox, a library that had no part in drawing it. */
public final class PrintedSheet implements AutoCloseable {
    private final PDDocument document;

    public PrintedSheet(byte[] pdf) {
        try {
            this.document = Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    public String text() {
        return read(() -> new PDFTextStripper().getText(document));
    }

    String textIn(int page, Box box) {
        return read(() -> {
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            stripper.setSortByPosition(true);
            double height = document.getPage(page).getMediaBox().getHeight();
            stripper.addRegion(
                    "box", new Rectangle2D.Double(box.left() - 1, height - box.top(), box.width() + 2, box.height()));
            stripper.extractRegions(document.getPage(page));
            return stripper.getTextForRegion("box");
        });
    }

    /** Where each character stands, as boxes in points from the lower left corner. */
    List<Box> characters(int page) {
        List<Box> boxes = new ArrayList<>();
        read(() -> {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    float baseline = document.getPage(page).getMediaBox().getHeight() - text.getYDirAdj();
                    float size = text.getFontSizeInPt();
                    boxes.add(new Box(text.getXDirAdj(), baseline - 0.22f * size, text.getWidthDirAdj(), 0.95f * size));
                }
            };
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            return stripper.getText(document);
        });
        return boxes;
    }

    float height(int page) {
        return document.getPage(page).getMediaBox().getHeight();
    }

    /** The sizes of its pages, each once, as {@code 210.0 x 297.0 mm}; nothing is cropped or turned. */
    Set<String> paperSizes() {
        Set<String> sizes = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            PDRectangle media = page.getMediaBox();
            if (!media.toString().equals(page.getCropBox().toString()) || page.getRotation() != 0) {
                throw new IllegalStateException("A page is cropped or turned");
            }
            sizes.add(String.format(
                    Locale.ROOT, "%.1f x %.1f mm", media.getWidth() / 72 * 25.4, media.getHeight() / 72 * 25.4));
        }
        return sizes;
    }

    /** A page as a printer puts it on paper. */
    BufferedImage picture(int page, int dotsPerInch) {
        return read(() -> new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.RGB));
    }

    /** The largest size, in points, in which the first page says this. */
    float largestFontOf(String text) {
        List<TextPosition> positions = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        read(() -> {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    positions.add(position);
                    all.append(position.getUnicode());
                }
            };
            stripper.setEndPage(1);
            return stripper.getText(document);
        });
        float largest = 0;
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            largest = Math.max(largest, positions.get(at).getFontSizeInPt());
        }
        return largest;
    }

    /** Pairs of characters that stand on one another. */
    List<String> overlaps(int page) {
        List<Box> boxes = characters(page).stream()
                .filter(box -> box.width() > 0)
                .map(PrintedSheet::core)
                .toList();
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                if (boxes.get(i).left() < boxes.get(j).right()
                        && boxes.get(j).left() < boxes.get(i).right()
                        && boxes.get(i).bottom() < boxes.get(j).top()
                        && boxes.get(j).bottom() < boxes.get(i).top()) {
                    overlaps.add(boxes.get(i) + " on " + boxes.get(j));
                }
            }
        }
        return overlaps;
    }

    /** Of a character's box what ink can't leave: letters touch each other's boxes, never their cores. */
    private static Box core(Box box) {
        return new Box(
                box.left() + box.width() * 0.2f,
                box.bottom() + box.height() * 0.25f,
                box.width() * 0.6f,
                box.height() * 0.5f);
    }

    /** The lines that go over the whole page, each as {@code y=…} or {@code x=…}. */
    Set<String> cuts(int page) {
        SheetLines lines = new SheetLines(document.getPage(page));
        read(() -> {
            lines.processPage(document.getPage(page));
            return "";
        });
        return lines.cuts;
    }

    List<PDFont> fonts() {
        PDResources resources = document.getPage(0).getResources();
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(read(() -> resources.getFont(name)));
        }
        return fonts;
    }

    @Nullable
    String title() {
        return document.getDocumentInformation().getTitle();
    }

    @Nullable
    String author() {
        return document.getDocumentInformation().getAuthor();
    }

    @Nullable
    String language() {
        return document.getDocumentCatalog().getLanguage();
    }

    boolean showsTitle() {
        return document.getDocumentCatalog().getViewerPreferences().displayDocTitle();
    }

    @Override
    public void close() {
        read(() -> {
            document.close();
            return "";
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
