package dev.propusk.token;

import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Annuls what has ended (rule 7), in batches, on every node at once if need be: a row is annulled by one of them. */
@Component
class Expiry {
    static final int BATCH = 500;
    /** So many are found at once: their batches then concern few contracts each, and have few entries in the journal. */
    static final int FOUND = 40 * BATCH;

    private final ExpiryTransaction transaction;

    Expiry(ExpiryTransaction transaction) {
        this.transaction = transaction;
    }

    /** @return how many tokens this node annulled */
    @Scheduled(fixedDelayString = "${propusk.sweep-interval:2s}")
    int annulDue() {
        int annulled = 0;
        List<UUID> due;
        do {
            due = transaction.findDue(FOUND);
            for (int from = 0; from < due.size(); from += BATCH) {
                annulled += transaction.annul(due.subList(from, Math.min(due.size(), from + BATCH)));
            }
        } while (due.size() == FOUND);
        return annulled;
    }
}
