package dev.propusk.mariadb;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMariaDbTest {
    @TempDir
    private static Path folder;

    private static Path dataDirectory;
    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start() throws IOException {
        // others may pass, so that the server needn't run as we do
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        dataDirectory = folder.resolve("with spaces");
        server = EmbeddedMariaDb.open(TestDatabases.in(dataDirectory));
    }

    @AfterAll
    static void stop() {
        long pid = server.pid();
        server.close();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void answersWithTheSettingsThatTheApplicationCountsOn() throws SQLException {
        assertThat(ask("select @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(ask("select @@tx_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(ask("select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(ask("select @@global.time_zone")).isEqualTo("+00:00");
        assertThat(ask("select @@local_infile")).isEqualTo("0");
        assertThat(ask("select @@collation_database")).isEqualTo("utf8mb4_unicode_ci");
    }

    @Test
    void isToldWhatElseTheSettingsSay() throws SQLException {
        assertThat(ask("select @@innodb_purge_threads")).isEqualTo("2");
    }

    /** With the server's default, 0, they pile up until the log is nearly full, and everybody waits. */
    @Test
    void changesAreWrittenToTheirPlacesAllTheTime() throws SQLException {
        assertThat(ask("select @@innodb_max_dirty_pages_pct_lwm > 0")).isEqualTo("1");
    }

    @Test
    void theUserIsLimitedToOneSchema() {
        assertThatThrownBy(() -> ask("select count(*) from mysql.global_priv")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ask("create database other")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "", "nobody", "mysql", "propusk"})
    void nobodyComesInWithoutAPassword(String user) {
        String url = server.jdbcUrl().replaceFirst("/propusk$", "/");
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void thePasswordIsLongAndKeptPrivate() throws IOException {
        assertThat(server.password()).hasSizeGreaterThan(30);
        Path file = dataDirectory.resolve("mariadb-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(dataDirectory.resolve("mariadb").resolve("init.sql")).doesNotExist();
    }

    @Test
    void contextsOfOneApplicationShareIt() {
        try (EmbeddedMariaDb again = EmbeddedMariaDb.open(TestDatabases.in(dataDirectory))) {
            assertThat(again).isSameAs(server);
        }
        assertThat(ProcessHandle.of(server.pid())).isPresent();
    }

    @Test
    void isStartedAgainOnTheSamePortAfterACrash() throws Exception {
        ask("create or replace table kept (n int primary key)");
        ask("insert into kept values (42)");
        String url = server.jdbcUrl();
        long crashed = server.pid();

        ProcessHandle.of(crashed).orElseThrow().destroyForcibly();

        await().atMost(ofSeconds(10))
                .ignoreExceptions()
                .until(() -> ask("select n from kept").equals("42"));
        assertThat(server.pid()).isNotEqualTo(crashed);
        assertThat(server.jdbcUrl()).isEqualTo(url);
    }

    @Test
    void aSecondApplicationOnTheSameDirectoryIsRefused() throws Exception {
        Process second = ServedByChild.start(dataDirectory);
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isNotZero();
        assertThat(said)
                .contains("already in use by another running Propusk (process "
                        + ProcessHandle.current().pid());
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = TestDatabases.connect(server);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            List<String> values = new ArrayList<>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return String.join(",", values);
        }
    }
}
