package dev.propusk.api;

/**
 * The body is no JSON object.
 *
 * @see #line() where it stopped being one
 */
public class MalformedBodyException extends RuntimeException {
    private final int line;
    private final int column;

    MalformedBodyException(int line, int column) {
        super("line " + line + ", column " + column, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
