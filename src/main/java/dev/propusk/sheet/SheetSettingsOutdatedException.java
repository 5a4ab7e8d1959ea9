package dev.propusk.sheet;

/** Somebody else has changed the sheet's settings since they were read; nothing was saved. */
public class SheetSettingsOutdatedException extends RuntimeException {}
