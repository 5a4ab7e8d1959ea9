package dev.propusk.sheet;

/**
 * Settings as they are kept.
 *
 * @param version counts the changes; 0: nobody has changed the defaults yet
 */
public record SavedSheetSettings(SheetSettings settings, int version) {}
