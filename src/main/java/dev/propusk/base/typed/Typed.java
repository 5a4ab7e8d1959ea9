package dev.propusk.base.typed;

/** What somebody typed or pasted, in the signs of ASCII wherever one of them was meant. */
public final class Typed {
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int MINUS = 0x2212;
    private static final int HYPHEN_BULLET = 0x2043;
    private static final int IDEOGRAPHIC_STOP = 0x3002;

    private Typed() {}

    /**
     * Decimal digits of any script become 0 to 9, full-width signs, every kind of dash and of space their plain ones, and
     * what nobody sees (marks of direction, joiners, byte order marks, variation selectors) is left out. The rest stays, so
     * the answer is never longer than the text.
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isUnseen(point)).map(Typed::meant).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK -> true;
            case Character.CONTROL -> !Character.isWhitespace(point);
            default -> false;
        };
    }

    private static int meant(int point) {
        if (Character.isDigit(point)) {
            return '0' + Character.digit(point, 10);
        }
        if (point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST) {
            return point - FULL_WIDTH_SHIFT;
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return ' ';
        }
        return switch (point) {
            case MINUS, HYPHEN_BULLET -> '-';
            case IDEOGRAPHIC_STOP -> '.';
            default -> Character.getType(point) == Character.DASH_PUNCTUATION ? '-' : point;
        };
    }
}
