package dev.propusk.sheet.draw;

/**
 * A rectangle on the page, in points from the page's lower left corner; offsets inside it are given in millimetres
 * from its upper left corner, as one measures on paper.
 */
record Box(float left, float bottom, float width, float height) {
    private static final float POINTS_PER_MM = 72 / 25.4f;

    static float mm(double millimetres) {
        return (float) (millimetres * POINTS_PER_MM);
    }

    float right() {
        return left + width;
    }

    float top() {
        return bottom + height;
    }

    /** The height on the page of what lies this far below the upper edge. */
    float down(double millimetres) {
        return top() - mm(millimetres);
    }

    /** The box without a margin on both sides. */
    Box narrowed(double millimetres) {
        float margin = mm(millimetres);
        return new Box(left + margin, bottom, width - 2 * margin, height);
    }
}
