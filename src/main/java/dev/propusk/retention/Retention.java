package dev.propusk.retention;

import dev.propusk.data.ClockOffset;
import dev.propusk.journal.seal.PurgedSeals;
import dev.propusk.retention.PurgeOrder.Kind;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Purges what has passed its retention (rule 12), in small batches that follow the primary key. */
@Component
class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final PurgeOrders orders;
    private final PurgeStatements statements;
    private final PurgedSeals purgedSeals;
    private final RetentionSettings settings;
    private final Clock clock;
    private final ClockOffset offset;

    Retention(
            PurgeOrders orders,
            PurgeStatements statements,
            PurgedSeals purgedSeals,
            RetentionSettings settings,
            Clock clock,
            ClockOffset offset) {
        this.offset = offset;
        this.orders = orders;
        this.statements = statements;
        this.purgedSeals = purgedSeals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Purges what is older than it may be kept, unless our clock is far off; returns how many tokens that were. */
    @Job(value = "retention", every = "${propusk.purge-interval}", first = "${propusk.purge-first}", longest = "12h")
    int purge() {
        if (offset.isTooFarOff()) {
            return 0;
        }
        Instant before = clock.instant().minus(settings.retention());
        orders.open().forEach(this::finish);
        int purged = purge(Kind.TOKENS, before, new UUID(0, 0));
        purgeSessions(before);
        purge(Kind.ENTRIES, before, purgedSeals.until());
        return purged;
    }

    private int purge(Kind kind, Instant before, Object after) {
        int purged = 0;
        try {
            Optional<PurgeOrder> next = orders.begin(kind, before, after);
            while (next.isPresent()) {
                purged += finish(next.get());
                next = orders.begin(kind, before, next.get().last());
            }
        } catch (DuplicateKeyException e) {
            log.info("Another node is purging: {}", kind);
        }
        return purged;
    }

    private int finish(PurgeOrder order) {
        statements.carryOut(order);
        return orders.close(order);
    }

    private void purgeSessions(Instant before) {
        List<UUID> next = statements.nextSessions(before);
        while (!next.isEmpty()) {
            statements.purgeSessions(next);
            next = statements.nextSessions(before);
        }
    }
}
