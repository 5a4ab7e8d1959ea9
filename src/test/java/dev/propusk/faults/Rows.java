package dev.propusk.faults;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How many rows each table holds, and what its numbers come to: whatever is done twice shows here. */
record Rows(Map<String, Double> counted) {
    /** Numbers that are drawn at random or say which, not how many. */
    private static final Set<String> NOT_COUNTING =
            Set.of("code", "number", "seal_number", "position", "total", "totp_step", "disconnect_port");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Asks for all of it in one statement, and each table once: the other tests fill them, and they are counted often. */
    static Rows now(JdbcClient jdbc, String statement) {
        Map<String, Double> counted = new TreeMap<>();
        jdbc.sql(statement)
                .query(String.class)
                .list()
                .forEach(table -> JSON.readTree(table).forEachEntry((what, n) -> counted.put(what, n.asDouble())));
        return new Rows(counted);
    }

    /** The statement, for the tables that there are. */
    static String statement(JdbcClient jdbc) {
        return jdbc.sql("""
                        select concat('select json_object(''', t.table_name, ' rows'', cast(count(*) as double)',
                            coalesce(group_concat(concat(', ''', t.table_name, '.', c.column_name,
                                ''', cast(coalesce(sum(`', c.column_name, '`), 0) as double)') separator ''), ''),
                            ') from ', t.table_name)
                        from information_schema.tables t left join information_schema.columns c
                            on c.table_schema = t.table_schema and c.table_name = t.table_name
                            and c.generation_expression is null and c.column_name not in (:others)
                            and c.data_type in ('tinyint', 'smallint', 'int', 'bigint', 'double')
                        where t.table_schema = database() and t.table_type = 'BASE TABLE'
                            and t.table_name not like 'DATABASE%'
                        group by t.table_name
                        """).param("others", NOT_COUNTING).query(String.class).list().stream()
                .collect(Collectors.joining(" union all "));
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
