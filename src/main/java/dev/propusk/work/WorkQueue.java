package dev.propusk.work;

import dev.propusk.data.DatabaseNews;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the rows of a table, many at a time: lane by lane, of each the oldest, so that neither a lane that has very many
 * rows nor one that takes long keeps another waiting. No more rows are held in memory than are worked on.
 *
 * <p>A row is leased before it is worked on. If its node dies, another one takes it once the lease is over: it is then done
 * again, never forgotten.
 */
public final class WorkQueue implements AutoCloseable {
    /** So many rows are worked on at once at the most. */
    public static final int MOST = Lanes.MOST;

    private static final Logger log = LoggerFactory.getLogger(WorkQueue.class);
    private static final int BATCH = 32;
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 6;

    private final Leases leases;
    private final WorkTable table;
    private final Lanes lanes;
    private final Turns turns;
    private final Duration lease;
    private final Consumer<Leased> worker;
    private final DatabaseNews news;
    // not virtual ones: a name that is not resolved would hold one of the few threads that carry all of them
    private final ExecutorService threads;
    private volatile boolean isClosed;

    WorkQueue(Leases leases, WorkTable table, Lanes lanes, Duration lease, Consumer<Leased> worker, DatabaseNews news) {
        this.leases = leases;
        this.table = table;
        this.lanes = lanes;
        this.turns = new Turns(leases, table);
        this.lease = lease;
        this.worker = worker;
        this.news = news;
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name(table.name() + "-", 0).daemon().factory());
    }

    /** One run of a job: until nothing is left to take, or half a minute is over. What was begun goes on after it. */
    public void work() {
        long until = System.nanoTime() + RUN.toNanos();
        boolean goesOn = true;
        while (goesOn && !isClosed && System.nanoTime() < until) {
            Batch batch = take(BATCH);
            batch.rows().forEach(this::begin);
            goesOn = !batch.rows().isEmpty() || (batch.isHeldBack() && lanes.awaitEnd(LOOK));
        }
    }

    /**
     * @param rows ours now
     * @param isHeldBack there are more that may not be taken yet
     */
    record Batch(List<Leased> rows, boolean isHeldBack) {}

    synchronized Batch take(int most) {
        Turns.Turn turn = turns.next(lanes.places(), most);
        List<UUID> heads = turn.shares().isEmpty() ? List.of() : leases.heads(table, turn.shares());
        return new Batch(heads.isEmpty() ? List.of() : leases.lease(table, heads, lease), turn.isHeldBack());
    }

    private void begin(Leased row) {
        lanes.begin(row);
        boolean hasBegun = false;
        try {
            threads.execute(() -> workOn(row));
            hasBegun = true;
        } finally {
            if (!hasBegun) {
                lanes.end(row);
            }
        }
    }

    private void workOn(Leased row) {
        try {
            worker.accept(row);
        } catch (RuntimeException e) {
            if (!news.take(e)) {
                log.warn("Row {} of {} could not be worked on: {}", row.id(), table.name(), e.toString());
            }
            giveBack(row);
        } finally {
            lanes.end(row);
        }
    }

    private void giveBack(Leased row) {
        try {
            leases.giveBack(table, row, lease.multipliedBy(1L << Math.min(row.tries() - 1, MOST_DOUBLINGS)));
        } catch (RuntimeException e) {
            log.debug("Row {} of {} waits until its lease is over", row.id(), table.name(), e);
        }
    }

    /** Unless another node has taken it meanwhile, its next try comes after that pause. */
    public void tryAgain(Leased row, Duration pause) {
        leases.giveBack(table, row, pause);
    }

    /** Waits until nothing is worked on. @return whether that came in time */
    public boolean awaitRest(Duration most) {
        return lanes.awaitRest(most);
    }

    /** Takes no more, and gives what is worked on a little time to end. */
    @Override
    public void close() {
        isClosed = true;
        threads.shutdown();
        lanes.awaitRest(TO_END);
        threads.shutdownNow();
    }
}
