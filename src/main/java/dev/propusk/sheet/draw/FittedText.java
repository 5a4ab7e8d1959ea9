package dev.propusk.sheet.draw;

import dev.propusk.sheet.Typeface;
import java.util.ArrayList;
import java.util.List;

/**
 * A text laid into a width: as large as allowed, on as few lines as allowed, cut with an ellipsis as a last resort.
 *
 * @param leading from line to line, in points
 */
record FittedText(Typeface face, float size, float leading, List<String> lines) {
    private static final float STEP = 0.5f;
    private static final float LEADING = 1.33f;
    private static final float TIGHT = 1.18f;

    /** The largest size between the two at which the text takes no more lines than that. */
    static FittedText fit(String text, Typeface face, float width, int maxLines, float largest, float smallest) {
        for (float size = largest; size > smallest; size -= STEP) {
            List<String> lines = wrap(text, face, size, width);
            if (lines.size() <= maxLines) {
                return new FittedText(face, size, size * LEADING, lines);
            }
        }
        return new FittedText(
                face,
                smallest,
                smallest * LEADING,
                cut(wrap(text, face, smallest, width), face, smallest, width, maxLines));
    }

    /** All of the paragraphs, as large and as airy as they go into the height; between the two sizes. */
    static FittedText fill(
            List<String> paragraphs, Typeface face, float width, float height, float largest, float smallest) {
        float size = largest;
        List<String> lines = wrap(paragraphs, face, size, width);
        while (size > smallest && lines.size() * size * TIGHT > height) {
            size -= STEP / 2;
            lines = wrap(paragraphs, face, size, width);
        }
        float leading = Math.clamp(height / lines.size(), size * TIGHT, size * LEADING);
        return new FittedText(face, size, leading, lines);
    }

    /** Line by line, in the size given. */
    static FittedText wrapped(List<String> paragraphs, Typeface face, float size, float width) {
        return new FittedText(face, size, size * LEADING, wrap(paragraphs, face, size, width));
    }

    private static List<String> wrap(List<String> paragraphs, Typeface face, float size, float width) {
        return paragraphs.stream()
                .flatMap(paragraph -> wrap(paragraph, face, size, width).stream())
                .toList();
    }

    private static List<String> wrap(String text, Typeface face, float size, float width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (face.width(rest, size) > width) {
            int end = lineEnd(rest, face, size, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** After the last space that fits, or within a word where that space would leave most of the line empty. */
    private static int lineEnd(String text, Typeface face, float size, float width) {
        int fitting = fitting(text, face, size, width);
        int space = text.lastIndexOf(' ', fitting);
        return space > fitting / 2 ? space : fitting;
    }

    private static int fitting(String text, Typeface face, float size, float width) {
        int end = 1;
        while (end < text.length() && face.width(text.substring(0, end + 1), size) <= width) {
            end++;
        }
        return end;
    }

    private static List<String> cut(List<String> lines, Typeface face, float size, float width, int maxLines) {
        if (lines.size() <= maxLines) {
            return lines;
        }
        String last = lines.get(maxLines - 1);
        int end = Math.min(last.length(), fitting(last, face, size, width - face.width("…", size)));
        List<String> kept = new ArrayList<>(lines.subList(0, maxLines - 1));
        kept.add(last.substring(0, end).stripTrailing() + "…");
        return kept;
    }
}
