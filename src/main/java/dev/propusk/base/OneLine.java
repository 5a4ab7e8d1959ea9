package dev.propusk.base;

/** What may stand in one line of text that somebody else reads: on paper, in a table, in the log. */
public final class OneLine {
    private OneLine() {}

    /** Whether this, without what stands around it, is at most so many characters on one line. */
    public static boolean isOne(String text, int most) {
        String line = text.strip();
        return line.codePointCount(0, line.length()) <= most
                && line.codePoints().noneMatch(OneLine::breaks);
    }

    /** The same with a blank for whatever would begin another line, write over it or turn it round, or is not seen at all. */
    public static String of(String text) {
        if (text.codePoints().allMatch(OneLine::isSeen)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> line.appendCodePoint(isSeen(point) ? point : ' '));
        return line.toString();
    }

    /**
     * Controls, ends of lines and of paragraphs, halves of characters, and what turns the writing's direction whatever the
     * letters are (Unicode's UAX 9, section 2). Marks within words, which Arabic, Hebrew and Indian scripts need, may stay.
     */
    private static boolean breaks(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
            default -> false;
        };
    }

    private static boolean isSeen(int point) {
        return !breaks(point) && Character.getType(point) != Character.FORMAT;
    }
}
