package dev.propusk.retention;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.retention.PurgeOrder.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is being purged, so that the journal and what is gone agree whatever happens in between: the database's user that
 * deletes can't write the journal, and the other way round. Tokens are counted by what is gone when their order is closed;
 * entries are told of before they go, so that the journal's check never misses one that is not accounted for.
 */
@Component
class PurgeOrders {
    private final JdbcClient jdbc;
    private final PurgeStatements statements;
    private final ApplicationEventPublisher events;

    PurgeOrders(JdbcClient jdbc, PurgeStatements statements, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.events = events;
    }

    /**
     * The next ones after that key; empty where there are none. What another order deletes is gone before its place is free.
     *
     * @throws org.springframework.dao.DuplicateKeyException where another order of the kind is open
     */
    @Atomic
    Optional<PurgeOrder> begin(Kind kind, Instant endedBefore, Object after) {
        UUID id = OwnId.next("purge_order");
        jdbc.sql("insert into purge_order (id, kind, ended_before, what) values (?, ?, ?, '')")
                .params(id, kind.name(), InstantConverter.toUtc(endedBefore))
                .update();
        PurgeOrder order = new PurgeOrder(id, kind, endedBefore, statements.next(kind, after, endedBefore));
        if (order.what().isEmpty()) {
            delete(order);
            return Optional.empty();
        }
        jdbc.sql("update purge_order set what = ? where id = ?")
                .params(order.what().stream().map(Object::toString).collect(Collectors.joining(",")), id)
                .update();
        if (kind == Kind.ENTRIES) {
            events.publishEvent(new JournalPurged((Long) order.last(), statements.countEntries(order)));
        }
        return Optional.of(order);
    }

    /** Once all of it is deleted; returns how many tokens have gone, 0 where another node was faster. */
    @Atomic
    int close(PurgeOrder order) {
        if (!delete(order) || order.kind() == Kind.ENTRIES) {
            return 0;
        }
        int gone = order.what().size() - statements.countTokens(order);
        events.publishEvent(new Purged(gone, order.endedBefore()));
        return gone;
    }

    private boolean delete(PurgeOrder order) {
        return jdbc.sql("delete from purge_order where id = ?")
                        .param(order.id())
                        .update()
                > 0;
    }

    /** Those that somebody has begun. */
    List<PurgeOrder> open() {
        return jdbc.sql("select id, kind, ended_before, what from purge_order order by id")
                .query((row, number) -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    return new PurgeOrder(
                            row.getObject("id", UUID.class),
                            kind,
                            InstantConverter.instant(row, "ended_before"),
                            Arrays.stream(row.getString("what").split(","))
                                    .map(kind::read)
                                    .toList());
                })
                .list();
    }
}
