package dev.propusk.journal;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the table.
 *
 * @param proof what it was signed with as it was written, in hexadecimal, right or not; null: nothing
 */
public record WrittenEntry(JournalEntry entry, @Nullable String proof) {}
