package dev.propusk.sheet;

/** What a sheet is printed on. */
public enum SheetPaper {
    A4,
    LETTER,
    /** A roll of 80 mm: one coupon a page, as long as it needs. */
    RECEIPT
}
