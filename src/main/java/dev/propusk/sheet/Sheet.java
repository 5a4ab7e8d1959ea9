package dev.propusk.sheet;

import java.io.IOException;
import java.io.OutputStream;

/** A printable PDF of unused tokens (rule 14). */
public final class Sheet {
    private final byte[] pdf;
    private final int tokens;
    private final int pages;

    public Sheet(byte[] pdf, int tokens, int pages) {
        this.pdf = pdf.clone();
        this.tokens = tokens;
        this.pages = pages;
    }

    /** The document, as a copy. */
    public byte[] pdf() {
        return pdf.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(pdf);
    }

    /** The document's length in bytes. */
    public int size() {
        return pdf.length;
    }

    public int tokens() {
        return tokens;
    }

    public int pages() {
        return pages;
    }
}
