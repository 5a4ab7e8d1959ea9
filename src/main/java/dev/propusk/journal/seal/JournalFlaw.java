package dev.propusk.journal.seal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal is not what was written and sealed.
 *
 * @param seal the number of the seal that does not fit; 0 where there is none
 * @param at when it was sealed, or when the entry says it was written
 * @param entry which entry, where that can be told
 */
public record JournalFlaw(
        Kind kind,
        long seal,
        @Nullable Instant at,
        @Nullable UUID entry) {
    /** What is wrong. */
    public enum Kind {
        /** An entry under the seal reads otherwise than it did. */
        CHANGED,
        /** An entry under the seal is gone. */
        REMOVED,
        /** The entries under the seal stand in another order. */
        REORDERED,
        /** The seal itself reads otherwise, or does not follow the one before it. */
        SEAL_CHANGED,
        /** A seal is missing. */
        SEAL_REMOVED,
        /** A seal that was published is gone with all that came after it. */
        CUT_OFF,
        /** An entry that no seal ever covered: it was put in past the application, with a time of the past. */
        NEVER_SEALED,
        /** An entry that the application did not write, or that was changed before it was sealed. */
        FOREIGN,
        /** An entry that says it was written after it was sealed. */
        DATED_AHEAD,
        /** A time stamp over a seal is none of the authority, or of another seal. */
        STAMP_WRONG
    }
}
