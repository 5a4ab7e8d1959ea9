package dev.propusk.work;

import dev.propusk.data.DatabaseNews;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes rows of a table as the application does, and works on none of them. */
@Component
public class TakenRows {
    private static final LaneLimits LIMITS = new LaneLimits(4, 2);

    private final Leases leases;
    private final DatabaseNews news;

    TakenRows(Leases leases, DatabaseNews news) {
        this.leases = leases;
        this.news = news;
    }

    /** A node that knows nobody yet, or one where every lane was prompt before. */
    public Node node(WorkTable table) {
        Lanes lanes = new Lanes(LIMITS, System::nanoTime);
        return new Node(lanes, new WorkQueue(leases, table, lanes, Duration.ofMinutes(1), row -> {}, news));
    }

    /** How many wait, counted as the gauge does. */
    public long waiting(WorkTable table) {
        return leases.waiting(table);
    }

    /** One node's queue. */
    public static final class Node implements AutoCloseable {
        private final Lanes lanes;
        private final WorkQueue queue;

        private Node(Lanes lanes, WorkQueue queue) {
            this.lanes = lanes;
            this.queue = queue;
        }

        /** Finds and leases so many at the most; they are done at once. */
        public List<Leased> take(int most) {
            List<Leased> rows = queue.take(most).rows();
            rows.forEach(lanes::begin);
            rows.forEach(lanes::end);
            return rows;
        }

        @Override
        public void close() {
            queue.close();
        }
    }
}
