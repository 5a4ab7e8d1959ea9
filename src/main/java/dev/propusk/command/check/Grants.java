package dev.propusk.command.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whether the application's user may do what it has to, and whether it may do more: on an external database the journal is
 * to be one that it can only add to ({@code docker/mariadb/grants.sql}).
 */
final class Grants implements DatabaseCheck {
    private static final String NAME = "grants";
    private static final Set<String> TO_ADD = Set.of("SELECT", "INSERT");
    private static final Set<String> TO_MAKE = Set.of("CREATE", "ALTER", "INDEX", "REFERENCES", "DROP");
    private static final String OURS = " where replace(grantee, '''', '') = current_user()";
    private static final String ON_SCHEMA = "select privilege_type from information_schema.user_privileges" + OURS
            + " union select privilege_type from information_schema.schema_privileges" + OURS
            + " and database() like table_schema";

    private final boolean isExternal;
    private final boolean isMigratedByAnother;

    Grants(boolean isExternal, boolean isMigratedByAnother) {
        this.isExternal = isExternal;
        this.isMigratedByAnother = isMigratedByAnother;
    }

    @Override
    public List<Finding> findings(Connection connection) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Set<String> onSchema = jdbc.sql(ON_SCHEMA).query(String.class).set();
        boolean isMade = jdbc.sql("select count(*) from information_schema.tables where table_schema = database()"
                                + " and table_name = 'journal'")
                        .query(Long.class)
                        .single()
                > 0;
        if (!isMade && !isMigratedByAnother && !onSchema.containsAll(TO_MAKE)) {
            return List.of(Finding.failure(
                    NAME,
                    "The schema is empty, and the database's user may not make its tables.",
                    "Set spring.liquibase.user to one that may, or see docker/mariadb/README.md."));
        }
        Set<String> onJournal = new HashSet<>(onSchema);
        onJournal.addAll(jdbc.sql("select privilege_type from information_schema.table_privileges" + OURS
                        + " and table_schema = database() and table_name = 'journal'")
                .query(String.class)
                .set());
        if (isMade && !onJournal.containsAll(TO_ADD)) {
            return List.of(Finding.failure(
                    NAME,
                    "The database's user may not read the journal and add to it.",
                    "Run docker/mariadb/grants.sql as the server's administrator."));
        }
        if (isExternal && onSchema.contains("DELETE")) {
            return List.of(Finding.warning(
                    NAME,
                    "The database's user may change and delete what the journal says.",
                    "Run docker/mariadb/grants.sql, and connect as the user that it makes."));
        }
        return List.of(Finding.ok(NAME, "The database's user may do what it needs to."));
    }
}
