package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** A server of its own on which {@code docker/mariadb/grants.sql} was run. */
abstract class GrantedServer {
    static final Path PLACE = Path.of("target", "grants-data");
    static final int DENIED = 1142;
    OwnServer server;

    @BeforeEach
    void startAServerWithAnAdministrator() throws Exception {
        server = OwnServer.startIn(PLACE);
        Files.writeString(keyFile(), Base64.getEncoder().encodeToString(new byte[32]));
    }

    @AfterEach
    void stopTheServer() throws InterruptedException {
        SecurityContextHolder.setContextHolderStrategy(others);
        server.close();
    }

    void migrate() throws Exception {
        try (Connection connection = connect("propusk_migration", "change me 1");
                Liquibase liquibase = new Liquibase(
                        "db/changelog/master.yaml",
                        new ClassLoaderResourceAccessor(),
                        new JdbcConnection(connection))) {
            liquibase.update("");
        }
    }

    /** As the server's own client runs it; the application's user has another name, for the embedded server has one of that. */
    void grant() throws Exception {
        String script = Files.readString(Path.of("docker", "mariadb", "grants.sql"))
                .replaceAll("(?m)^--.*$", "")
                .replace("'propusk'@", "'propusk_app'@")
                .replace("''propusk''@", "''propusk_app''@");
        String[] parts = script.split("delimiter (//|;)", -1);
        for (String statement : parts[0].split(";", -1)) {
            if (!statement.isBlank()) {
                server.execute(statement);
            }
        }
        server.execute(parts[1].replace("//", ""));
    }

    void assertDenied(String user, String password, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = connect(user, password);
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(user + ": " + sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(DENIED));
    }

    String firstColumn(String table) {
        return ask(
                "select column_name from information_schema.columns where table_schema = 'propusk' and table_name = '"
                        + table + "' order by ordinal_position limit 1");
    }

    int count(String table) {
        return Integer.parseInt(ask("select count(*) from " + table));
    }

    String ask(String sql) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), OwnServer.USER, OwnServer.PASSWORD))
                .sql(sql)
                .query(String.class)
                .single();
    }

    Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(server.url(), user, password);
    }

    /** The application that this test starts has one of its own, and leaves it behind for the whole machine. */
    final SecurityContextHolderStrategy others = SecurityContextHolder.getContextHolderStrategy();

    static Path keyFile() {
        return PLACE.resolve("secret.key");
    }
}
