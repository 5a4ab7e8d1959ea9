package dev.propusk.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table holds, and what its numbers come to: whatever is done twice shows here. */
record Rows(Map<String, Double> counted) {
    /** Numbers that are drawn at random or say which, not how many. */
    private static final Set<String> NOT_COUNTING =
            Set.of("code", "number", "seal_number", "position", "total", "totp_step", "disconnect_port");

    static Rows now(JdbcClient jdbc) {
        List<String> counts = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = database() and table_type = 'BASE TABLE' and table_name not like 'DATABASE%'
                        """).query(String.class).list().stream()
                .map(table -> "select '%s rows' as what, cast(count(*) as double) as n from %s".formatted(table, table))
                .collect(Collectors.toList());
        jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = database() and generation_expression is null
                        and data_type in ('tinyint', 'smallint', 'int', 'bigint', 'double')
                        and table_name not like 'DATABASE%'
                        """).query((row, number) -> new String[] {row.getString(1), row.getString(2)}).list().stream()
                .filter(column -> !NOT_COUNTING.contains(column[1]))
                .map(column -> "select '%1$s.%2$s', cast(coalesce(sum(`%2$s`), 0) as double) from %1$s"
                        .formatted(column[0], column[1]))
                .forEach(counts::add);
        Map<String, Double> counted = new TreeMap<>();
        jdbc.sql(String.join(" union all ", counts)).query(row -> {
            counted.put(row.getString(1), row.getDouble(2));
        });
        return new Rows(counted);
    }

    /** What has been added since then, and what has gone. */
    Map<String, Double> since(Rows before) {
        Map<String, Double> added = new TreeMap<>();
        counted.forEach((what, n) -> {
            double more = n - before.counted().getOrDefault(what, 0.0);
            if (more != 0) {
                added.put(what, more);
            }
        });
        return added;
    }
}
