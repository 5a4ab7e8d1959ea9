package dev.propusk.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.propusk.Application;
import dev.propusk.TestContracts;
import dev.propusk.account.Accounts;
import dev.propusk.mariadb.OwnServer;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An installation on an external server that keeps a binary log, whose journal is sealed: what an operator's commands work
 * on. There is one for all tests of a run; none of them changes its database but by commands.
 */
final class SealedInstallation {
    static final byte[] SECRET = "twenty bytes of TOTP".getBytes(US_ASCII);

    private static final Path PLACE = Path.of("target", "backup-data");
    private static @Nullable SealedInstallation made;

    private final OwnServer server;

    private SealedInstallation(OwnServer server) {
        this.server = server;
    }

    static synchronized SealedInstallation get() throws Exception {
        if (made == null) {
            OwnServer server = OwnServer.startIn(PLACE);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            SealedInstallation installation = new SealedInstallation(server);
            installation.fill();
            made = installation;
        }
        return made;
    }

    private void fill() throws Exception {
        Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]));
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
        // so that what follows stands in another file of the binary log than what was before
        execute("flush binary logs");
        List<String> settings = new ArrayList<>(settings("propusk"));
        settings.add("--propusk.seal-interval=200ms");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration"))
                .run(settings.toArray(String[]::new))) {
            application.getBean(TestContracts.class).open();
            Accounts accounts = application.getBean(Accounts.class);
            ActingAs.administrator(() -> accounts.create(null, "olga", "пароль на каждый день", Role.ADMIN));
            execute("update account set totp_secret = x'"
                    + HexFormat.of().formatHex(secrets(key()).encrypt("totp-secret", SECRET))
                    + "' where username = 'olga'");
            // as a start does it
            execute("insert into installation (id, demo, created_at, key_fingerprint) values (1, 0, now(), x'"
                    + HexFormat.of().formatHex(secrets(key()).fingerprint()) + "')"
                    + " on duplicate key update key_fingerprint = values(key_fingerprint)");
            await().until(() -> count("propusk", "journal") > 0
                    && count("propusk", "journal") == count("propusk", "journal_sealed"));
        }
    }

    static Path key() {
        return PLACE.resolve("secret.key");
    }

    static Secrets secrets(Path key) {
        return new KeyPlace(key, null, false).secrets();
    }

    /** Of the application, with this database of the server. */
    List<String> settings(String schema) {
        return List.of(
                "--propusk.public-url=http://localhost",
                "--propusk.data-dir=" + PLACE.resolve("own"),
                "--propusk.mariadb.unpack-dir=target/mariadb-binaries",
                "--propusk.secret-key-file=" + key().toAbsolutePath(),
                "--spring.datasource.url=" + url(schema),
                "--spring.datasource.username=" + OwnServer.USER,
                "--spring.datasource.password=" + OwnServer.PASSWORD);
    }

    private String url(String schema) {
        return server.url().replace("/propusk", "/" + schema);
    }

    void makeEmpty(String schema) throws SQLException {
        execute("create or replace database " + schema + " character set utf8mb4");
    }

    void execute(String sql) throws SQLException {
        server.execute(sql);
    }

    JdbcClient database(String schema) {
        return JdbcClient.create(new DriverManagerDataSource(url(schema), OwnServer.USER, OwnServer.PASSWORD));
    }

    /** Where the server keeps its binary log. */
    Path logs() {
        return Objects.requireNonNull(
                server.log("binlog.000001").toAbsolutePath().getParent());
    }

    /** By the server's clock. */
    Instant now() {
        return Instant.ofEpochMilli(Long.parseLong(ask("propusk", "floor(unix_timestamp(now(6)) * 1000)", "dual")));
    }

    int count(String schema, String table) {
        return Integer.parseInt(ask(schema, "count(*)", table));
    }

    String ask(String schema, String what, String table) {
        return database(schema)
                .sql("select " + what + " from " + table)
                .query(String.class)
                .single();
    }
}
