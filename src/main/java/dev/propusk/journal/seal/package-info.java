/**
 * Seals over the journal, which show whether somebody changed it past the application.
 *
 * <p>In: entries as they stand in the table, the key. Out: {@link dev.propusk.journal.seal.JournalCheck},
 * {@link dev.propusk.journal.seal.PurgedSeals}. Begin with {@code Sealing}.
 */
@NamedInterface("seal")
@NullMarked
package dev.propusk.journal.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
