package dev.propusk.token.search;

import dev.propusk.data.DatabaseAway;
import dev.propusk.journal.History;
import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something changed in their contract, on whichever node: for all pages of a contract together, one
 * look into the journal's index every other second, and none while nobody looks.
 */
@Component
public class TokenChanges {
    /** So many entries between two looks are more than anyone can follow: then the newest are other ones anyway. */
    private static final int NEWEST = 50;
    /** What is marked as recent no longer is after a minute: then the pages are told once more. */
    private static final Duration SETTLED = Duration.ofSeconds(61);

    private final Map<ContractId, Watched> contracts = new ConcurrentHashMap<>();
    private final History history;
    private final Clock clock;

    TokenChanges(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Called by the job that looks: do next to nothing there. */
    public interface Watcher {
        void changed();

        /** The database does not answer; {@link #changed} follows once it does again. */
        void databaseAway();
    }

    /** Tells the watcher of changes until the returned work is run, which ends it. */
    public Runnable watch(ContractId contract, Watcher watcher) {
        // what happens between this and the first look is new to a page that loads its rows after this
        List<UUID> newest = contracts.containsKey(contract) ? List.of() : history.newest(contract, NEWEST);
        contracts.compute(contract, (id, watched) -> {
            Watched all = watched == null ? new Watched(newest) : watched;
            all.watchers.add(watcher);
            return all;
        });
        return () -> contracts.computeIfPresent(contract, (id, watched) -> {
            watched.watchers.remove(watcher);
            return watched.watchers.isEmpty() ? null : watched;
        });
    }

    @Job(value = "live-changes", every = "${propusk.live-interval}")
    void look() {
        try {
            contracts.forEach((contract, watched) -> watched.see(history.newest(contract, NEWEST), clock.instant()));
        } catch (DataAccessException e) {
            if (!DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            contracts.values().forEach(Watched::loseTheDatabase);
        }
    }

    private static class Watched {
        private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();
        private Set<UUID> seen;
        private @Nullable Instant settled;
        private boolean away;

        Watched(List<UUID> newest) {
            seen = Set.copyOf(newest);
        }

        void see(List<UUID> newest, Instant now) {
            boolean isNew = !seen.containsAll(newest);
            boolean isSettled = settled != null && settled.isBefore(now);
            boolean isBack = away;
            seen = Set.copyOf(newest);
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
