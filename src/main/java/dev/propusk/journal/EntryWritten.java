package dev.propusk.journal;

/**
 * An entry was written; it stands once the transaction is committed.
 *
 * @param event what it tells of
 */
public record EntryWritten(JournalEntry entry, JournalEvent event) {}
