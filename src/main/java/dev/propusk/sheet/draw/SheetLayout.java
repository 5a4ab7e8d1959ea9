package dev.propusk.sheet.draw;

import dev.propusk.sheet.SheetSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;

/**
 * How coupons lie on paper: everything that a paper size or a number of coupons a page changes. Rows have the same
 * height on every page, full or not, so that one cut goes through the whole stack.
 *
 * @param rows coupons a page
 * @param top millimetres above the first row, where the page's own line stands
 * @param bottom millimetres below the last row
 * @param padding millimetres between a coupon's side edges and what is printed on it
 */
record SheetLayout(Rectangle paper, int rows, double top, double bottom, double padding) {
    private static final int ROWS = 6;
    /** Two languages need higher rows. */
    private static final int ROWS_OF_TWO_LANGUAGES = 4;

    static SheetLayout of(SheetSettings settings) {
        Rectangle paper = switch (settings.paper()) {
            case A4 -> new Rectangle(Box.mm(210), Box.mm(297));
            case LETTER -> PageSize.LETTER;
            case RECEIPT -> throw new IllegalArgumentException("A roll has no rows");
        };
        int rows = settings.language().isOfTwo() ? ROWS_OF_TWO_LANGUAGES : ROWS;
        return new SheetLayout(paper, rows, 8, 7, 7);
    }

    int pages(int coupons) {
        return Math.ceilDiv(coupons, rows);
    }

    /** The left half of a row: what the guest gets. */
    Box guestCopy(int row) {
        return half(row, 0).narrowed(padding);
    }

    /** The right half of a row: what the owner keeps. */
    Box stub(int row) {
        return half(row, middle()).narrowed(padding);
    }

    /** The left or right half of the strip above the first row, which is cut away. */
    Box margin(float left) {
        float height = Box.mm(top);
        return new Box(left, paper.getHeight() - height, middle(), height).narrowed(padding);
    }

    /** Where the cutter goes across the page: above and below each row. */
    List<Float> cutsAcross() {
        return IntStream.rangeClosed(0, rows).mapToObj(this::topOf).toList();
    }

    /** Where the cutter goes along the page, between the copies. */
    float middle() {
        return paper.getWidth() / 2;
    }

    private Box half(int row, float left) {
        return new Box(left, topOf(row + 1), middle(), rowHeight());
    }

    private float topOf(int row) {
        return paper.getHeight() - Box.mm(top) - row * rowHeight();
    }

    private float rowHeight() {
        return (paper.getHeight() - Box.mm(top + bottom)) / rows;
    }
}
