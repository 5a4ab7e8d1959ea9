package dev.propusk.work;

import static java.util.stream.Collectors.joining;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements behind {@link WorkQueue}. However many rows wait, as many entries of an index are read as rows are taken
 * and lanes looked at; each row is taken by one node at a time.
 */
@Component
class Leases {
    /** A gauge is read every few seconds on each node, most of all while very much waits. */
    static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Some lanes in the order of their ids.
     *
     * @param due those that have a row to take
     * @param last where to go on; null: there are no more
     */
    record Some(List<UUID> due, @Nullable UUID last) {}

    /**
     * From one lane to the next by a look into the index each, on the server. (GROUP BY would do the same only as long as
     * the optimizer's statistics let it: else it reads every row of a lane that has many.)
     */
    Some lanes(WorkTable table, UUID after, int most) {
        return jdbc.sql("""
                        begin not atomic
                            declare here uuid default :after;
                            declare at datetime(6);
                            declare looked int default 0;
                            declare found text character set ascii default '';
                            declare continue handler for not found set here = null;
                            repeat
                                select lane, #due into here, at from #table force index (#waiting)
                                    where lane > here order by lane, #due limit 1;
                                if here is not null then
                                    set looked = looked + 1;
                                    if at <= :now then
                                        set found = concat(found, here, ' ');
                                    end if;
                                end if;
                            until here is null or looked = :most end repeat;
                            select found, here;
                        end
                        """.replace("#due", table.due())
                        .replace("#table", table.name())
                        .replace("#waiting", table.waiting()))
                .param("after", after)
                .param("now", now())
                .param("most", most)
                .query((row, number) -> new Some(
                        Arrays.stream(row.getString("found").split(" ", -1))
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString)
                                .toList(),
                        row.getObject("here", UUID.class)))
                .single();
    }

    /**
     * The longest due rows of each lane.
     *
     * @param shares how many of each
     */
    List<UUID> heads(WorkTable table, Map<UUID, Integer> shares) {
        String lane = "(select id from " + table.name() + " force index (" + table.waiting() + ") where lane = ? and "
                + table.due() + " <= ? order by " + table.due() + ", id limit ?)";
        List<Object> params = new ArrayList<>();
        LocalDateTime now = now();
        shares.forEach((id, most) -> Collections.addAll(params, id, now, most));
        return jdbc.sql(Collections.nCopies(shares.size(), lane).stream().collect(joining(" union all ")))
                .params(params)
                .query(UUID.class)
                .list();
    }

    /** Those that nobody else took meanwhile; on several nodes COMMIT decides. */
    @Atomic
    List<Leased> lease(WorkTable table, Collection<UUID> ids, Duration lease) {
        List<Leased> free = jdbc.sql(String.format(Locale.ROOT, """
                        select id, lane, %s + 1 as tries from %s force index (primary)
                        where id in (:ids) and lane is not null and %s <= :now order by id for update
                        """, table.tries(), table.name(), table.due()))
                .param("ids", ids)
                .param("now", now())
                .query((row, number) -> new Leased(
                        row.getObject("id", UUID.class), row.getObject("lane", UUID.class), row.getInt("tries")))
                .list();
        if (!free.isEmpty()) {
            jdbc.sql("update " + table.name() + " force index (primary) set " + table.tries() + " = " + table.tries()
                            + " + 1, " + table.due() + " = :until where id in (:ids)")
                    .param("until", InstantConverter.toUtc(clock.instant().plus(lease)))
                    .param("ids", free.stream().map(Leased::id).toList())
                    .update();
        }
        return free;
    }

    /** Unless somebody else has taken it since. */
    @Atomic
    void giveBack(WorkTable table, Leased row, Duration pause) {
        jdbc.sql("update " + table.name() + " set " + table.due() + " = :due where id = :id and " + table.tries()
                        + " = :tries and lane is not null")
                .param("due", InstantConverter.toUtc(clock.instant().plus(pause)))
                .param("id", row.id())
                .param("tries", row.tries())
                .update();
    }

    /** How many rows wait, counted no further than {@link #MOST_COUNTED}. */
    long waiting(WorkTable table) {
        return jdbc.sql("select count(*) from (select 1 from " + table.name() + " force index (" + table.waiting()
                        + ") where lane is not null limit " + MOST_COUNTED + ") some")
                .query(Long.class)
                .single();
    }

    private LocalDateTime now() {
        return InstantConverter.toUtc(clock.instant());
    }
}
