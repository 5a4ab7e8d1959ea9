package dev.propusk.journal.seal;

import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Seals the journal about once a second. Writers wait for nothing: a seal follows them.
 *
 * <p>An entry may be committed after others that are younger, so that each round looks back: half a minute mostly, an hour
 * once a minute, and after a start to an hour before the newest seal.
 */
@Component
class Sealing {
    private static final int BATCH = 2_000;
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration BETWEEN_LONG = Duration.ofMinutes(1);

    private final SealingTransaction transaction;
    private final Seals seals;
    private final Clock clock;
    private Instant lookedLong = Instant.MIN;

    Sealing(SealingTransaction transaction, Seals seals, Clock clock) {
        this.transaction = transaction;
        this.seals = seals;
        this.clock = clock;
    }

    /** Seals what waits; returns how many entries this node sealed. */
    @Job(value = "seals", every = "${propusk.seal-interval}", longest = "1h")
    synchronized int seal() {
        Instant now = clock.instant();
        boolean isLong = lookedLong.isBefore(now.minus(BETWEEN_LONG));
        Instant since = lookedLong.equals(Instant.MIN) ? afterStart(now) : now.minus(isLong ? LONG : SHORT);
        int done = sealSince(since);
        if (isLong) {
            lookedLong = now;
        }
        return done;
    }

    private Instant afterStart(Instant now) {
        return seals.newest()
                .map(Seal::sealedAt)
                .map(last -> last.isBefore(now) ? last.minus(LONG) : now.minus(LONG))
                .orElse(Instant.EPOCH);
    }

    int sealSince(Instant since) {
        int done = 0;
        try {
            int batch;
            do {
                batch = transaction.seal(since, BATCH);
                done += batch;
            } while (batch == BATCH);
        } catch (DuplicateKeyException e) {
            // another node was faster; what is left will be found the next time
        }
        return done;
    }
}
