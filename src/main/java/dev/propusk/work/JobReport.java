package dev.propusk.work;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job fares on this node since it started.
 *
 * @param every how long it rests between two runs
 * @param runs how many ended, well or not
 * @param failures how many of them failed or hung
 * @param began when the run that goes on began; null: it rests
 * @param worked when it last ended well; null: not yet
 * @param took how long that run took; null: there was none yet
 * @param failed when it last failed; null: never
 * @param failure the kind of that failure, a class's name; null: never
 */
public record JobReport(
        String name,
        Duration every,
        long runs,
        long failures,
        @Nullable Instant began,
        @Nullable Instant worked,
        @Nullable Duration took,
        @Nullable Instant failed,
        @Nullable String failure) {
    /** Whether it has failed, and has not worked since. */
    public boolean isFailing() {
        return failed != null && (worked == null || worked.isBefore(failed));
    }
}
