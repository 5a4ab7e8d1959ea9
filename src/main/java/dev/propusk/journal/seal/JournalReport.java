package dev.propusk.journal.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the journal found.
 *
 * @param older entries of a release that did not sign what it wrote: only their seals vouch for them, from their sealing on
 * @param newest the newest seal's number and value; null where nothing has been sealed
 * @param flaws at most {@value #MOST}
 */
public record JournalReport(
        long seals, long entries, long older, @Nullable String newest, List<JournalFlaw> flaws) {
    public static final int MOST = 100;

    public boolean isSound() {
        return flaws.isEmpty();
    }
}
