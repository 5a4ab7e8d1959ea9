package dev.propusk.sheet.draw;

import java.awt.geom.Point2D;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

final class SheetLines extends PDFGraphicsStreamEngine {
    final Set<String> cuts = new TreeSet<>();
    private Point2D.Float from = new Point2D.Float();

    SheetLines(PDPage page) {
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
