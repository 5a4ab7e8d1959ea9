package dev.propusk.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.propusk.base.StartRefusedException;
import dev.propusk.mariadb.OwnServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On a server of its own, with the changelogs that are shipped. */
class MigrationGuardTest {
    private static OwnServer server;

    private DataSource dataSource;

    @BeforeAll
    static void start() throws Exception {
        server = OwnServer.startIn(Path.of("target", "migration-data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void migrated() throws Exception {
        dataSource = new DriverManagerDataSource(server.url(), OwnServer.USER, OwnServer.PASSWORD);
        migrate();
    }

    /** What runs again after it was cut off, between its statements or before it was noted, comes to the same end. */
    @Test
    void eachChangeOfTheSchemaCanBeDoneTwice() throws Exception {
        List<String> before = schema();
        server.execute("delete from DATABASECHANGELOG");

        migrate();

        assertThat(schema()).isEqualTo(before).hasSizeGreaterThan(200);
        assertThat(list("select id from DATABASECHANGELOG")).hasSizeGreaterThan(30);
    }

    @Test
    void whatANodeLeftBehindWhenItDiedIsFinished() throws Exception {
        server.execute(
                "insert into DATABASECHANGELOGLOCK (ID, LOCKED) values (1, 1) on duplicate key update LOCKED = 1,"
                        + " LOCKEDBY = 'a node that died'");
        server.execute("delete from DATABASECHANGELOG where ID = '031-schema-generation'");

        migrate();

        assertThat(list("select LOCKED from DATABASECHANGELOGLOCK")).containsExactly("0");
        assertThat(list("select ID from DATABASECHANGELOG where ID = '031-schema-generation'"))
                .hasSize(1);
    }

    @Test
    void oneNodeWaitsForAnother() throws Exception {
        CompletableFuture<Void> second;
        try (MigrationLock ours = MigrationLock.take(dataSource)) {
            second = CompletableFuture.runAsync(this::migrateUnchecked);
            await().until(() ->
                    !list("select id from information_schema.processlist where info like 'select get_lock%'")
                            .isEmpty());
            assertThat(second).isNotDone();
            assertThat(ours.connection().isValid(1)).isTrue();
        }
        second.join();
    }

    @Test
    void aProgramThatIsTooOldForTheSchemaIsRefusedAndChangesNothing() throws Exception {
        server.execute("delete from DATABASECHANGELOG where ID = '031-installation-key'");
        server.execute("update schema_generation set needed = " + (SchemaGeneration.OURS + 1));
        try {
            assertThatThrownBy(this::migrate)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("newer Propusk");
            assertThat(list("select ID from DATABASECHANGELOG where ID = '031-installation-key'"))
                    .isEmpty();
        } finally {
            server.execute("update schema_generation set needed = " + SchemaGeneration.OURS);
        }
    }

    private void migrateUnchecked() {
        try {
            migrate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate() throws Exception {
        // it remembers within a process that a database was up to date
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/master.yaml");
        MigrationGuard guard = new MigrationGuard();
        guard.postProcessBeforeInitialization(liquibase, "liquibase");
        liquibase.afterPropertiesSet();
        guard.postProcessAfterInitialization(liquibase, "liquibase");
    }

    private static List<String> schema() throws SQLException {
        List<String> schema = new ArrayList<>();
        for (String table : list("select table_name from information_schema.tables where table_schema = database()"
                + " and table_name not like 'DATABASE%' order by table_name")) {
            schema.addAll(list("select concat('" + table + " ', column_name, ' ', column_type)"
                    + " from information_schema.columns where table_schema = database() and table_name = '" + table
                    + "' order by ordinal_position"));
            schema.addAll(list("select concat('" + table + " ', index_name, ' ', seq_in_index, ' ', column_name)"
                    + " from information_schema.statistics where table_schema = database() and table_name = '" + table
                    + "' order by index_name, seq_in_index"));
            schema.addAll(list("select concat('" + table + " ', constraint_name, ' ', check_clause)"
                    + " from information_schema.check_constraints where constraint_schema = database() and table_name = '"
                    + table + "' order by constraint_name"));
        }
        return schema;
    }

    private static List<String> list(String select) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
