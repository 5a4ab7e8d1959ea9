package dev.propusk.sheet;

/** A sheet holds unused tokens only, and there is none to print. */
public class NothingToPrintException extends RuntimeException {}
