package dev.propusk.retention;

import dev.propusk.journal.PurgedSeals;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Purges what has passed its retention (rule 12), in small batches that follow the primary key. */
@Component
class Retention {
    private static final int BATCH = 500;
    private static final int SEALS = 50;

    private final PurgeTransaction transaction;
    private final PurgedSeals purgedSeals;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(PurgeTransaction transaction, PurgedSeals purgedSeals, RetentionSettings settings, Clock clock) {
        this.transaction = transaction;
        this.purgedSeals = purgedSeals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Purges what is older than it may be kept; returns how many tokens that were. */
    @Job(value = "retention", every = "${propusk.purge-interval}", first = "${propusk.purge-first}", longest = "12h")
    int purge() {
        Instant before = clock.instant().minus(settings.retention());
        int purged = 0;
        UUID from = new UUID(0, 0);
        List<UUID> next = transaction.next(from, before, BATCH);
        while (!next.isEmpty()) {
            purged += transaction.purge(next, before);
            next = transaction.next(next.getLast(), before, BATCH);
        }
        purgeSessions(before);
        purgeJournal(before);
        return purged;
    }

    private void purgeSessions(Instant before) {
        List<UUID> next = transaction.nextSessions(before, BATCH);
        while (!next.isEmpty()) {
            transaction.purgeSessions(next);
            next = transaction.nextSessions(before, BATCH);
        }
    }

    private void purgeJournal(Instant before) {
        List<Long> next = transaction.nextSeals(before, purgedSeals.until(), SEALS);
        while (!next.isEmpty()) {
            transaction.purgeEntries(next);
            next = transaction.nextSeals(before, next.getLast(), SEALS);
        }
    }
}
