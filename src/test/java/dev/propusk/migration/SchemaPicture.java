package dev.propusk.migration;

import dev.propusk.mariadb.OwnServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a program has to keep to when it writes into the schema.
 *
 * @param columns by {@code table.column}
 * @param unique the columns of each unique index, by {@code table.index}
 */
record SchemaPicture(int needed, TreeMap<String, Column> columns, TreeMap<String, Set<String>> unique) {

    /** @param size of text, a number or a time, in what that kind is counted in */
    record Column(String type, long size, boolean nullable, boolean mayBeLeftOut) {
        private static Column of(ResultSet row) throws SQLException {
            return new Column(
                    row.getString("type"), row.getLong("size"), row.getBoolean("nullable"), row.getBoolean("left_out"));
        }

        private Stream<String> narrowerThan(Column before) {
            return Stream.of(
                            type.equals(before.type) ? "" : "has another type",
                            size >= before.size ? "" : "is narrower",
                            nullable || !before.nullable ? "" : "may not be null",
                            mayBeLeftOut || !before.mayBeLeftOut ? "" : "has to be written")
                    .filter(finding -> !finding.isEmpty());
        }
    }

    static SchemaPicture of(OwnServer server) throws SQLException {
        SchemaPicture picture = new SchemaPicture(needed(server), new TreeMap<>(), new TreeMap<>());
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select concat(table_name, '.', column_name) as name,
                        concat(data_type, if(column_type like '%unsigned%', ' unsigned', '')) as type,
                        coalesce(character_maximum_length, numeric_precision, datetime_precision, 0) as size,
                        is_nullable = 'YES' as nullable,
                        is_nullable = 'YES' or column_default is not null or is_generated = 'ALWAYS'
                            or extra like '%auto_increment%' as left_out
                    from information_schema.columns
                    where table_schema = database() and table_name not like 'DATABASECHANGELOG%'""")) {
                while (row.next()) {
                    picture.columns.put(row.getString("name"), Column.of(row));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select concat(table_name, '.', index_name) as name, concat(table_name, '.', column_name) as col
                    from information_schema.statistics
                    where table_schema = database() and non_unique = 0""")) {
                while (row.next()) {
                    picture.unique
                            .computeIfAbsent(row.getString("name"), name -> new TreeSet<>())
                            .add(row.getString("col"));
                }
            }
        }
        return picture;
    }

    private static int needed(OwnServer server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select needed from schema_generation")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** What keeps a program that knows only the schema before from writing into this one; nothing, where it is shut out. */
    List<String> narrowerThan(SchemaPicture before) {
        List<String> findings = new ArrayList<>();
        if (needed > before.needed) {
            return findings;
        }
        before.columns.forEach((name, column) -> {
            Column now = columns.get(name);
            if (now == null) {
                findings.add(name + " is gone");
            } else {
                now.narrowerThan(column).forEach(finding -> findings.add(name + " " + finding));
            }
        });
        Set<String> tables = tables(before);
        columns.forEach((name, column) -> {
            if (tables.contains(table(name)) && !before.columns.containsKey(name) && !column.mayBeLeftOut) {
                findings.add(name + " has to be written");
            }
        });
        unique.forEach((name, its) -> {
            if (!before.unique.containsKey(name) && before.columns.keySet().containsAll(its)) {
                findings.add(name + " refuses what was allowed");
            }
        });
        return findings;
    }

    private static Set<String> tables(SchemaPicture picture) {
        Set<String> tables = new TreeSet<>();
        picture.columns.keySet().forEach(name -> tables.add(table(name)));
        return tables;
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }
}
