package dev.propusk.list;

import dev.propusk.data.DatabaseAway;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that what they show has changed, on whichever node: for all pages that show the same, one look every other
 * second, and none while nobody looks.
 */
@Component
public class Changes {
    /** What is marked as recent no longer is after a minute: then the pages are told once more. */
    private static final Duration SETTLED = Duration.ofSeconds(61);

    private final Map<Object, Watched> shown = new ConcurrentHashMap<>();
    private final Clock clock;

    public Changes(Clock clock) {
        this.clock = clock;
    }

    /** Called by the job that looks: do next to nothing there. */
    public interface Watcher {
        void changed();

        /** The database does not answer; {@link #changed} follows once it does again. */
        void databaseAway();
    }

    /**
     * Tells the watcher of changes until the returned work is run, which ends it.
     *
     * @param what equal for all pages that show the same
     * @param look what there is now: another one, by {@code equals}, where something has changed
     */
    public Runnable watch(Object what, Supplier<?> look, Watcher watcher) {
        // what happens between this and the first look is new to a page that loads its rows after this
        Object seen = shown.containsKey(what) ? "" : look.get();
        shown.compute(what, (same, watched) -> {
            Watched all = watched == null ? new Watched(look, seen) : watched;
            all.watchers.add(watcher);
            return all;
        });
        return () -> shown.computeIfPresent(what, (same, watched) -> {
            watched.watchers.remove(watcher);
            return watched.watchers.isEmpty() ? null : watched;
        });
    }

    /** Asks once for each thing that is shown somewhere. */
    @Job(value = "live-changes", every = "${propusk.live-interval}")
    public void look() {
        try {
            shown.values().forEach(watched -> watched.see(clock.instant()));
        } catch (DataAccessException e) {
            if (!DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            shown.values().forEach(Watched::loseTheDatabase);
        }
    }

    private static class Watched {
        private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();
        private final Supplier<?> look;
        private Object seen;
        private @Nullable Instant settled;
        private boolean away;

        Watched(Supplier<?> look, Object seen) {
            this.look = look;
            this.seen = seen;
        }

        void see(Instant now) {
            Object there = look.get();
            boolean isNew = !seen.equals(there);
            boolean isSettled = settled != null && settled.isBefore(now);
            boolean isBack = away;
            seen = there;
            away = false;
            settled = isNew ? now.plus(SETTLED) : isSettled ? null : settled;
            if (isNew || isSettled || isBack) {
                watchers.forEach(Watcher::changed);
            }
        }

        void loseTheDatabase() {
            if (!away) {
                away = true;
                watchers.forEach(Watcher::databaseAway);
            }
        }
    }
}
