package dev.propusk.bench.seed;

import static java.util.stream.Collectors.joining;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.work.TakenRows;
import dev.propusk.work.WorkTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Events that wait for their receivers, in as many contracts as one likes. */
public final class DueEvents implements AutoCloseable {
    private static final WorkTable EVENTS =
            new WorkTable("webhook_delivery", "webhook_delivery_waiting", "next_at", "attempts");

    private final DataSource dataSource;
    private final TakenRows taken;
    private final LocalDateTime now;

    public DueEvents(DataSource dataSource, TakenRows taken, Instant now) {
        this.dataSource = dataSource;
        this.taken = taken;
        this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /** So many waiting, evenly spread over so many contracts that exist here only; ready to be taken. */
    public void fill(int events, int contracts) throws SQLException {
        List<UUID> ids = Stream.generate(TimeOrderedId::next).limit(contracts).toList();
        execute("create or replace table bench_lane (n int primary key, id uuid not null)");
        for (int from = 0; from < contracts; from += 1_000) {
            execute("insert into bench_lane values "
                    + IntStream.range(from, Math.min(contracts, from + 1_000))
                            .mapToObj(n -> "(" + n + ", '" + ids.get(n) + "')")
                            .collect(joining(",")));
        }
        execute("""
                insert into webhook_delivery (id, contract_id, type, body, created_at, state, next_at)
                select uuid(), l.id, 'bench', repeat('x', 400), '%1$s', 'WAITING', '%1$s' - interval %2$d - s.seq microsecond
                from seq_0_to_%3$d s join bench_lane l on l.n = s.seq %% %4$d order by s.seq
                """.formatted(now, events, events - 1, contracts));
    }

    /** As a node takes them, from the first on. */
    public TakenRows.Node node() {
        return taken.node(EVENTS);
    }

    /** As many as the gauge tells of. */
    public long waiting() {
        return taken.waiting(EVENTS);
    }

    @Override
    public void close() throws SQLException {
        execute("delete from webhook_delivery where type = 'bench'");
        execute("drop table if exists bench_lane");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute(sql);
        }
    }
}
