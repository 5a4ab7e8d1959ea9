package dev.propusk.list;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which rows stand on a page of a list; no statement of it goes beyond {@value #MOST} rows. */
@Component
public class Pages {
    /** Beyond so many rows nobody scrolls or counts: the search is to be narrowed. */
    public static final int MOST = 10_000;

    /** A search finds no more: who looks for one among a thousand looks again. */
    public static final int MOST_FOUND = 1_000;

    private final JdbcClient jdbc;

    Pages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of that part of the list: as fast at any depth where the row before is known. */
    public List<UUID> ids(Selection rows, Span<?> span) {
        Place after = span.after();
        JdbcClient.StatementSpec statement = jdbc.sql("select id " + rows.fromWhere()
                        + (after == null ? "" : " and " + beyond(span.sorting()))
                        + " order by " + order(span.sorting()) + " limit :limit offset :offset")
                .params(rows.values())
                .param("limit", Math.min(span.limit(), Math.max(0, MOST - span.offset())))
                .param("offset", after == null ? span.offset() : 0);
        if (after != null) {
            statement = statement.param("lastKey", after.key()).param("lastId", after.id());
        }
        return statement.query(UUID.class).list();
    }

    private static String order(Sorting<?> sorting) {
        String direction = sorting.descending() ? " desc" : "";
        return sorting.by().column() + direction + (sorting.by().unique() ? "" : ", id" + direction);
    }

    /** Two conditions on the column: a comparison of pairs would use no index. */
    private static String beyond(Sorting<?> sorting) {
        String sign = sorting.descending() ? "<" : ">";
        String further = sorting.by().column() + " " + sign;
        return sorting.by().unique()
                ? further + " :lastKey"
                : further + "= :lastKey and (" + further + " :lastKey or id " + sign + " :lastId)";
    }

    /** How many rows there are, at most {@value #MOST}. */
    public int count(Selection rows) {
        return jdbc.sql("select count(*) from (select 1 " + rows.fromWhere() + " limit " + MOST + ") some")
                .params(rows.values())
                .query(Integer.class)
                .single();
    }

    /** The text as a part of a pattern of {@code like}, in which it stands for itself alone. */
    public static String escaped(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** A pattern of {@code like} for what begins so in a column that holds small letters. */
    public static String beginning(String text) {
        return escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    /** Those found by their ids, in the order of the ids; what is no longer there is left out. */
    public static <T> List<T> inOrder(List<UUID> ids, Collection<T> found, Function<T, UUID> id) {
        Map<UUID, T> byId = found.stream().collect(toMap(id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
