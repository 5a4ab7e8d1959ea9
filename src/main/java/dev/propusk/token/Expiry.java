package dev.propusk.token;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Annuls what has ended (rule 7), in batches, on every node at once if need be: a row is annulled by one of them. */
@Component
class Expiry {
    static final int BATCH = 500;

    private final ExpiryTransaction transaction;

    Expiry(ExpiryTransaction transaction) {
        this.transaction = transaction;
    }

    /** @return how many tokens this node annulled */
    @Scheduled(fixedDelayString = "${propusk.sweep-interval:2s}")
    int annulDue() {
        int annulled = 0;
        var due = transaction.findDue(BATCH);
        while (!due.isEmpty()) {
            annulled += transaction.annul(due);
            due = due.size() < BATCH ? List.of() : transaction.findDue(BATCH);
        }
        return annulled;
    }
}
