package dev.propusk.operation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database is. */
@Component
class DatabaseFacts {
    private final JdbcClient jdbc;

    DatabaseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the server says it: {@code 11.4.5-MariaDB-log}. */
    String version() {
        return jdbc.sql("select version()").query(String.class).single();
    }

    /** Of all tables and their indexes as the server last estimated it, in bytes. */
    long size() {
        return jdbc.sql("""
                        select coalesce(sum(data_length + index_length), 0) from information_schema.tables
                        where table_schema = database()
                        """).query(Long.class).single();
    }
}
