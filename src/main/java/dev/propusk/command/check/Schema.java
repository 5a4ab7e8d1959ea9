package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.migration.SchemaGeneration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whether this program may work with what is in the schema, and whether every letter can stand in it. */
final class Schema implements DatabaseCheck {
    private static final String NAME = "schema";

    @Override
    public List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> found = new ArrayList<>();
        try {
            SchemaGeneration.check(connection);
            found.add(Finding.ok(NAME, "The schema is one that this program works with, or is still to be made."));
        } catch (StartRefusedException e) {
            found.add(Finding.failure(NAME, e));
        }
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        String charset = jdbc.sql("select default_character_set_name from information_schema.schemata"
                        + " where schema_name = database()")
                .query(String.class)
                .single();
        long others = jdbc.sql("select count(*) from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_collation not like 'utf8mb4%'")
                .query(Long.class)
                .single();
        if (!charset.equals("utf8mb4") || others > 0) {
            found.add(Finding.warning(
                    "charset",
                    "The database's character set is " + charset + ", and " + others
                            + " tables have another one than utf8mb4: notes in Russian may not fit.",
                    "alter database … character set utf8mb4 collate utf8mb4_unicode_ci, and likewise those tables."));
        }
        return found;
    }
}
