package dev.propusk.token.end;

import static java.util.stream.Collectors.toCollection;

import dev.propusk.data.ClockOffset;
import dev.propusk.token.TokensExpired.Due;
import dev.propusk.work.Job;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/**
 * Annuls what has ended (rule 7), in batches at a pace, for guests come meanwhile; on every node at once if need be: a row
 * is annulled by one of them.
 */
@Component
public class Expiry {
    static final int BATCH = 100;
    /** So many are found at once: their batches then concern few contracts each, and have few entries in the journal. */
    static final int FOUND = 200 * BATCH;

    private final ExpiryTransaction transaction;
    private final ClockOffset clock;

    Expiry(ExpiryTransaction transaction, ClockOffset clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Annuls what has come to its end; returns how many tokens this node annulled. None while its clock is far off the
     * database's: what is ended stays so, and another node may have the right time.
     */
    @Job(value = "expiry", every = "${propusk.sweep-interval}", longest = "2h")
    public int annulDue() {
        if (clock.isTooFarOff()) {
            return 0;
        }
        SweepPace pace = new SweepPace(System.nanoTime());
        int annulled = 0;
        boolean more = true;
        while (more) {
            List<Due> due = transaction.findDue(FOUND);
            int now = annul(due, pace);
            annulled += now;
            more = due.size() == FOUND || now < due.size();
        }
        return annulled;
    }

    /** Up to the first batch that another node was at, too: what is left then is to be found anew. */
    private int annul(List<Due> due, SweepPace pace) {
        int annulled = 0;
        for (List<Due> batch : batches(due)) {
            long began = System.nanoTime();
            if (!transaction.annul(batch)) {
                return annulled;
            }
            annulled += batch.size();
            LockSupport.parkNanos(
                    pace.rest(batch.size(), began, System.nanoTime()).toNanos());
        }
        return annulled;
    }

    /** From any one of them on, so that nodes that have found the same seldom meet. */
    private static List<List<Due>> batches(List<Due> due) {
        List<List<Due>> batches =
                due.stream().gather(Gatherers.windowFixed(BATCH)).collect(toCollection(ArrayList::new));
        Collections.rotate(batches, ThreadLocalRandom.current().nextInt(FOUND / BATCH));
        return batches;
    }
}
