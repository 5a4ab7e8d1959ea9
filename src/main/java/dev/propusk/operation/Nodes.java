package dev.propusk.operation;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.DatabaseNews;
import dev.propusk.data.InstantConverter;
import dev.propusk.work.Job;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that work on this database: each writes down that it runs, and takes its leave when it ends in order. */
@Component
class Nodes implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int LONGEST_NAME = 100;

    private final UUID id = TimeOrderedId.next();
    private final String name = machine();
    private final Instant startedAt;
    private final ProductVersion version;
    private final JdbcClient jdbc;
    private final DatabaseNews news;
    private final Clock clock;
    private volatile boolean isWritten;

    Nodes(ProductVersion version, JdbcClient jdbc, DatabaseNews news, Clock clock) {
        this.version = version;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    private static String machine() {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        String machine = process.substring(process.indexOf('@') + 1);
        return machine.substring(0, Math.min(machine.length(), LONGEST_NAME));
    }

    /** Says that this one runs, and forgets those that have not been heard of for a day. */
    @Job(value = "nodes", every = "30s")
    void sayHello() {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into node (id, name, version, started_at, seen_at) values (?, ?, ?, ?, ?)
                        on duplicate key update seen_at = values(seen_at)
                        """)
                .params(id, name, version.propusk(), InstantConverter.toUtc(startedAt), InstantConverter.toUtc(now))
                .update();
        isWritten = true;
        jdbc.sql("delete from node where seen_at < ?")
                .param(InstantConverter.toUtc(now.minus(REMEMBERED)))
                .update();
    }

    /** Those that run and those that fell within a day, by name. */
    List<Node> all() {
        return jdbc.sql("select id, name, version, started_at, seen_at from node order by name, started_at")
                .query((row, number) -> new Node(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("version"),
                        InstantConverter.toInstant(
                                Objects.requireNonNull(row.getObject("started_at", LocalDateTime.class))),
                        InstantConverter.toInstant(
                                Objects.requireNonNull(row.getObject("seen_at", LocalDateTime.class))),
                        id.equals(row.getObject("id", UUID.class))))
                .list();
    }

    @Override
    public void destroy() {
        if (!isWritten) {
            return;
        }
        try {
            jdbc.sql("delete from node where id = ?").param(id).update();
        } catch (DataAccessException e) {
            if (!news.take(e)) {
                log.warn("This node could not take its leave: {}", e.toString());
            }
        }
    }
}
