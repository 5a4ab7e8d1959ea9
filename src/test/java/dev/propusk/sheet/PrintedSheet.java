package dev.propusk.sheet;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A sheet read back with PDFBox, a library that had no part in drawing it. */
final class PrintedSheet implements AutoCloseable {
    private final PDDocument document;

    PrintedSheet(byte[] pdf) {
        try {
            this.document = Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    String text() {
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

    /** The lines that go over the whole page, each as {@code y=…} or {@code x=…}. */
    Set<String> cuts(int page) {
        Lines lines = new Lines(document.getPage(page));
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

    private static final class Lines extends PDFGraphicsStreamEngine {
        private final Set<String> cuts = new TreeSet<>();
        private Point2D.Float from = new Point2D.Float();

        Lines(PDPage page) {
            super(page);
        }

        @Override
        public void moveTo(float x, float y) {
            from = new Point2D.Float(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            if (from.y == y && x - from.x >= getPage().getMediaBox().getWidth()) {
                cuts.add("y=" + y);
            } else if (from.x == x && y - from.y >= getPage().getMediaBox().getHeight()) {
                cuts.add("x=" + x);
            }
        }

        @Override
        public Point2D getCurrentPoint() {
            return from;
        }

        @Override
        public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {}

        @Override
        public void drawImage(PDImage image) {}

        @Override
        public void clip(int windingRule) {}

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

        @Override
        public void closePath() {}

        @Override
        public void endPath() {}

        @Override
        public void strokePath() {}

        @Override
        public void fillPath(int windingRule) {}

        @Override
        public void fillAndStrokePath(int windingRule) {}

        @Override
        public void shadingFill(COSName shading) {}
    }
}
