package dev.propusk.journal.seal;

/**
 * The newest seal was told outside of the database.
 *
 * @param seal when, number, entries under it, entries so far, the one before, its value
 */
public record SealPublished(String seal) {}
