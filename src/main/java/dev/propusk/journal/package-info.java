/**
 * What was done, by whom and when (rule 20), and the seals that show whether somebody changed it.
 *
 * <p>In: events of all features that are {@link dev.propusk.journal.JournalEvent}s; it depends on none of them. Out:
 * {@link dev.propusk.journal.Journal} for people, {@link dev.propusk.journal.History} for the features' own pages,
 * {@link dev.propusk.journal.seal.JournalCheck}. Begin with {@code JournalWriter}.
 */
@NullMarked
package dev.propusk.journal;

import org.jspecify.annotations.NullMarked;
