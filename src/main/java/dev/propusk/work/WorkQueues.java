package dev.propusk.work;

import dev.propusk.data.DatabaseNews;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Opens the queues, and says how many rows wait in them. */
@Component
public class WorkQueues {
    private final Leases leases;
    private final Figures figures;
    private final DatabaseNews news;

    WorkQueues(Leases leases, Figures figures, DatabaseNews news) {
        this.leases = leases;
        this.figures = figures;
        this.news = news;
    }

    /**
     * A queue over that table.
     *
     * @param lease longer than working on a row can take: after it, whoever took the row has gone
     * @param worker works on one row, and says what came of it; where it throws, the row comes again
     */
    public WorkQueue open(WorkTable table, LaneLimits limits, Duration lease, Consumer<Leased> worker) {
        return new WorkQueue(leases, table, new Lanes(limits, System::nanoTime), lease, worker, news);
    }

    /**
     * Lets a gauge say how much waits: 10,000 are that many or more.
     *
     * @param name of the gauge
     */
    public void count(WorkTable table, String name, String meaning) {
        figures.number(name, null, meaning, () -> leases.waiting(table));
    }
}
