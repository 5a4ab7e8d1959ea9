package dev.propusk.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the journal found.
 *
 * @param newest the newest seal's number and value; null where nothing has been sealed
 * @param flaws at most {@value #MOST}
 */
public record JournalReport(
        long seals, long entries, @Nullable String newest, List<JournalFlaw> flaws) {
    public static final int MOST = 100;

    public boolean isSound() {
        return flaws.isEmpty();
    }
}
