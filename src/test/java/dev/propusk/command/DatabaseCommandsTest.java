package dev.propusk.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import dev.propusk.Application;
import dev.propusk.TestContracts;
import dev.propusk.account.Accounts;
import dev.propusk.mariadb.OwnServer;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The commands that work on a database, on an external server that keeps a binary log and on an embedded one. */
class DatabaseCommandsTest {
    private static final Path PLACE = Path.of("target", "backup-data");
    /** The applications started here have one of their own, and leave it behind for the whole machine. */
    private static final SecurityContextHolderStrategy OTHERS = SecurityContextHolder.getContextHolderStrategy();

    private static final byte[] SECRET = "twenty bytes of TOTP".getBytes(US_ASCII);

    private static OwnServer server;

    @TempDir
    private Path folder;

    private String said = "";

    @BeforeAll
    static void startAnInstallationWithASealedJournal() throws Exception {
        server = OwnServer.startIn(PLACE);
        Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]));
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
        // so that what follows stands in another file of the binary log than what was before
        server.execute("flush binary logs");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration"))
                .run(with(external("propusk"), "--propusk.seal-interval=200ms"))) {
            application.getBean(TestContracts.class).open();
            Accounts accounts = application.getBean(Accounts.class);
            ActingAs.administrator(() -> accounts.create(null, "olga", "пароль на каждый день", Role.ADMIN));
            server.execute("update account set totp_secret = x'"
                    + HexFormat.of().formatHex(secrets(key()).encrypt("totp-secret", SECRET))
                    + "' where username = 'olga'");
            // as a start does it
            server.execute("insert into installation (id, demo, created_at, key_fingerprint) values (1, 0, now(), x'"
                    + HexFormat.of().formatHex(secrets(key()).fingerprint()) + "')"
                    + " on duplicate key update key_fingerprint = values(key_fingerprint)");
            await().until(() -> count("propusk", "journal") > 0
                    && count("propusk", "journal") == count("propusk", "journal_sealed"));
        }
    }

    @AfterAll
    static void stopTheServer() {
        SecurityContextHolder.setContextHolderStrategy(OTHERS);
        server.close();
    }

    @AfterEach
    void restoreTheStrategy() {
        SecurityContextHolder.setContextHolderStrategy(OTHERS);
    }

    @Test
    void aBackupIsReadBackAndRestoredIntoAnEmbeddedDatabaseAndFromThereIntoAnExternalOne() throws Exception {
        Path backup = folder.resolve("all.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString())).isZero();
        assertThat(Files.getPosixFilePermissions(backup)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Files.readString(folder.resolve("all.sql.gz.json"))).contains("\"keyFingerprint\" : \"");
        assertThat(count("propusk", "backup_done")).isPositive();

        assertThat(call(external("propusk"), "verify-backup", backup.toString()))
                .isZero();
        assertThat(said).contains("The journal is sound");

        assertThat(call(embedded(), "restore", backup.toString())).isZero();
        assertThat(call(embedded(), "journal", "check")).isZero();
        assertThat(said).contains("The journal is sound");
        assertThat(call(embedded(), "restore", backup.toString())).isEqualTo(1);
        assertThat(said).contains("is not empty. Nothing was changed.");

        assertThat(call(embedded(), "backup", folder.toString())).isZero();
        Path second;
        try (var files = Files.newDirectoryStream(folder, "propusk-*.sql.gz")) {
            second = files.iterator().next();
        }
        server.execute("create or replace database other character set utf8mb4");
        assertThat(call(external("other"), "restore", second.toString())).isZero();
        assertThat(count("other", "contract")).isEqualTo(count("propusk", "contract"));
        assertThat(call(external("other"), "journal", "check")).isZero();
    }

    @Test
    void aBackupIsBroughtToAMomentByTheFilesOfTheBinaryLogThatItStandsIn() throws Exception {
        Path backup = folder.resolve("moment.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString())).isZero();
        server.execute("insert into backup_done values ('2001-01-01', 1, 'before')");
        server.execute("flush binary logs");
        server.execute("insert into backup_done values ('2001-01-02', 1, 'before')");
        Instant moment = now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> !now().isBefore(moment));
        server.execute("insert into backup_done values ('2001-01-03', 1, 'after')");
        server.execute("create or replace database moment character set utf8mb4");

        String logs = server.log("binlog.000001").toAbsolutePath().getParent().toString();
        assertThat(call(external("moment"), "restore", backup.toString(), "--to", moment.toString(), "--binlogs", logs))
                .as(() -> said)
                .isZero();
        assertThat(count("moment", "backup_done where kind = 'before'")).isEqualTo(2);
        assertThat(count("moment", "backup_done where kind = 'after'")).isZero();
    }

    @Test
    void aBackupThatIsEncryptedOpensWithItsIdentityAlone() throws Exception {
        KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
        Path identity = Files.writeString(
                folder.resolve("identity"),
                "# made here\n" + new String(pair.getPrivate().getEncoded(), US_ASCII) + "\n");
        Path backup = folder.resolve("secret.sql.gz.age");
        String recipient = new String(pair.getPublic().getEncoded(), US_ASCII);
        assertThat(call(external("propusk"), "backup", backup.toString(), "--recipient", recipient))
                .as(() -> said)
                .isZero();
        assertThat(new String(Files.readAllBytes(backup), US_ASCII)).startsWith("age-encryption.org/v1\n");

        assertThat(call(external("propusk"), "verify-backup", backup.toString()))
                .isEqualTo(1);
        assertThat(said).contains("is encrypted");
        assertThat(call(external("propusk"), "verify-backup", backup.toString(), "--identity", identity.toString()))
                .as(() -> said)
                .isZero();
    }

    @Test
    void aBackupOfAReleaseThatSignedNoEntriesIsVerifiedYet() throws Exception {
        Path now = folder.resolve("now.sql.gz");
        assertThat(call(external("propusk"), "backup", now.toString())).isZero();
        server.execute("create or replace database older character set utf8mb4");
        assertThat(call(external("older"), "restore", now.toString())).isZero();
        JdbcClient older = JdbcClient.create(new DriverManagerDataSource(
                server.url().replace("/propusk", "/older"), OwnServer.USER, OwnServer.PASSWORD));
        older.sql("alter table journal drop column proof").update();
        older.sql("delete from DATABASECHANGELOG where id = '060-journal-proof'")
                .update();
        Path backup = folder.resolve("older.sql.gz");
        assertThat(call(external("older"), "backup", backup.toString())).isZero();
        // its seals are of this release, which tells that the signatures were taken away: it is read all the same
        assertThat(call(external("propusk"), "verify-backup", backup.toString()))
                .isEqualTo(1);
        assertThat(said).contains("SEAL_CHANGED: seal 1 ").doesNotContain("Unknown column");
    }

    @Test
    void whatIsNoWholeBackupIsToldAsSuch() throws Exception {
        List<String> wrong = new ArrayList<>(external("propusk"));
        wrong.removeIf(setting -> setting.startsWith("--spring.datasource.password"));
        wrong.add("--spring.datasource.password=wrong");
        assertThat(call(wrong, "backup", folder.resolve("none.sql.gz").toString()))
                .isEqualTo(1);
        assertThat(said).contains("Access denied").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();

        Path backup = folder.resolve("half.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString())).isZero();
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));
        assertThat(call(external("propusk"), "verify-backup", backup.toString()))
                .isEqualTo(1);
        assertThat(said).doesNotContain("\tat ");
    }

    @Test
    void anAdministratorIsLetInAgainOnce() {
        String before = ask("propusk", "password_hash", "account where username = 'olga'");
        assertThat(call(external("propusk"), "reset-admin", "nobody")).isEqualTo(1);
        assertThat(said).contains("There is no administrator nobody.");
        assertThat(call(external("propusk"), "reset-admin", "olga"))
                .as(() -> said)
                .isZero();
        assertThat(said).contains("The password of olga is ").doesNotContain("ERROR");
        assertThat(ask("propusk", "password_hash", "account where username = 'olga'"))
                .isNotEqualTo(before);
        assertThat(count("propusk", "account where username = 'olga' and must_change_password and totp_secret is null"))
                .isEqualTo(1);
        assertThat(count("propusk", "journal where action = 'account.second-factor-removed'"))
                .isEqualTo(1);
    }

    @Test
    void anotherKeyTakesThePlaceOfTheOneInUseAndTheJournalStaysSound() throws Exception {
        Path backup = folder.resolve("key.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString()))
                .as(() -> said)
                .isZero();
        server.execute("create or replace database rotated character set utf8mb4");
        assertThat(call(external("rotated"), "restore", backup.toString()))
                .as(() -> said)
                .isZero();
        JdbcClient.create(new DriverManagerDataSource(
                        server.url().replace("/propusk", "/rotated"), OwnServer.USER, OwnServer.PASSWORD))
                .sql("update account set totp_secret = ? where username = 'olga'")
                .param(secrets(key()).encrypt("totp-secret", SECRET))
                .update();
        byte[] another = new byte[32];
        another[0] = 1;
        Path next = Files.writeString(
                folder.resolve("next.key"), Base64.getEncoder().encodeToString(another));

        assertThat(call(external("rotated"), "rotate-key", "--new", next.toString()))
                .as(() -> said)
                .isZero();
        assertThat(said).startsWith("1 secrets are encrypted with the key in");
        assertThat(call(external("rotated"), "journal", "check")).isEqualTo(1);
        assertThat(said).contains("not the one that this database was begun with");
        List<String> withNext = new ArrayList<>(external("rotated"));
        withNext.removeIf(setting -> setting.startsWith("--propusk.secret-key-file"));
        withNext.add("--propusk.secret-key-file=" + next);
        assertThat(call(withNext, "journal", "check")).as(() -> said).isZero();
        assertThat(said).contains("The journal is sound");
        assertThat(count("rotated", "journal where action = 'secret.key-rotated' and proof is not null"))
                .isOne();
        byte[] stored = HexFormat.of().parseHex(ask("rotated", "hex(totp_secret)", "account where username = 'olga'"));
        assertThat(secrets(next).decrypt("totp-secret", stored)).isEqualTo(SECRET);

        // nodes that have both keys work on either side of it
        withNext.add("--propusk.secret-key-previous-file=" + key().toAbsolutePath());
        assertThat(call(withNext, "journal", "check")).as(() -> said).isZero();
        assertThat(call(withNext, "rotate-key", "--new", next.toString()))
                .as(() -> said)
                .isZero();
        assertThat(said).startsWith("0 secrets");
    }

    @Test
    void aKeyForCertificatesIsMadeForItsOwnerAloneAndNeverOverAnother() throws Exception {
        Path file = folder.resolve("certificates.p12");
        assertThat(call(List.of(), "signing-key", "--out", file.toString(), "--name", "Провайдер, Москва"))
                .as(() -> said)
                .isZero();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String password = said.replaceAll("(?s).*propusk.signing-key-password=(\\S+).*", "$1");
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        X509Certificate certificate =
                (X509Certificate) store.getCertificate(store.aliases().nextElement());
        assertThat(certificate.getSubjectX500Principal().getName()).contains("Провайдер");
        certificate.verify(certificate.getPublicKey());
        assertThat(said).contains("-----BEGIN CERTIFICATE-----\n", "-----END CERTIFICATE-----\n");

        assertThat(call(List.of(), "signing-key", "--out", file.toString(), "--name", "another"))
                .isEqualTo(1);
        assertThat(said).contains("already");
        assertThat(call(List.of(), "signing-key", "--out", file.toString())).isEqualTo(2);
    }

    private static Secrets secrets(Path key) {
        return new KeyPlace(key, null, false).secrets();
    }

    private int call(List<String> settings, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(settings);
        int code = new Commands(Application.class, to, to).run(all.toArray(String[]::new));
        said = out.toString(UTF_8);
        return code;
    }

    private List<String> embedded() {
        return List.of(
                "--propusk.public-url=http://localhost",
                "--propusk.data-dir=" + folder.resolve("data"),
                "--propusk.mariadb.unpack-dir=target/mariadb-binaries",
                "--propusk.secret-key-file=" + key().toAbsolutePath());
    }

    private static List<String> external(String schema) {
        return List.of(
                "--propusk.public-url=http://localhost",
                "--propusk.data-dir=" + PLACE.resolve("own"),
                "--propusk.mariadb.unpack-dir=target/mariadb-binaries",
                "--propusk.secret-key-file=" + key().toAbsolutePath(),
                "--spring.datasource.url=" + server.url().replace("/propusk", "/" + schema),
                "--spring.datasource.username=" + OwnServer.USER,
                "--spring.datasource.password=" + OwnServer.PASSWORD);
    }

    private static String[] with(List<String> settings, String another) {
        List<String> all = new ArrayList<>(settings);
        all.add(another);
        return all.toArray(String[]::new);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Long.parseLong(ask("propusk", "floor(unix_timestamp(now(6)) * 1000)", "dual")));
    }

    private static int count(String schema, String table) {
        return Integer.parseInt(ask(schema, "count(*)", table));
    }

    private static String ask(String schema, String what, String table) {
        String url = server.url().replace("/propusk", "/" + schema);
        return JdbcClient.create(new DriverManagerDataSource(url, OwnServer.USER, OwnServer.PASSWORD))
                .sql("select " + what + " from " + table)
                .query(String.class)
                .single();
    }

    private static Path key() {
        return PLACE.resolve("secret.key");
    }
}
