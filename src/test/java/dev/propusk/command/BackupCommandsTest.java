package dev.propusk.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups are made, read back and restored, on an external server and on an embedded one. */
class BackupCommandsTest extends InstalledCommands {
    @Test
    void aBackupIsReadBackAndRestoredIntoAnEmbeddedDatabaseAndFromThereIntoAnExternalOne() throws Exception {
        Path backup = folder.resolve("all.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString())).isZero();
        assertThat(Files.getPosixFilePermissions(backup)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Files.readString(folder.resolve("all.sql.gz.json"))).contains("\"keyFingerprint\" : \"");
        assertThat(installation.count("propusk", "backup_done")).isPositive();

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
        installation.makeEmpty("other");
        assertThat(call(external("other"), "restore", second.toString())).isZero();
        assertThat(installation.count("other", "contract")).isEqualTo(installation.count("propusk", "contract"));
        assertThat(call(external("other"), "journal", "check")).isZero();
    }

    @Test
    void aBackupIsBroughtToAMomentByTheFilesOfTheBinaryLogThatItStandsIn() throws Exception {
        Path backup = folder.resolve("moment.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString())).isZero();
        installation.execute("insert into backup_done values ('2001-01-01', 1, 'before')");
        installation.execute("flush binary logs");
        installation.execute("insert into backup_done values ('2001-01-02', 1, 'before')");
        Instant moment = installation.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> !installation.now().isBefore(moment));
        installation.execute("insert into backup_done values ('2001-01-03', 1, 'after')");
        installation.makeEmpty("moment");

        String logs = installation.logs().toString();
        assertThat(call(external("moment"), "restore", backup.toString(), "--to", moment.toString(), "--binlogs", logs))
                .as(() -> said)
                .isZero();
        assertThat(installation.count("moment", "backup_done where kind = 'before'"))
                .isEqualTo(2);
        assertThat(installation.count("moment", "backup_done where kind = 'after'"))
                .isZero();
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
        installation.makeEmpty("older");
        assertThat(call(external("older"), "restore", now.toString())).isZero();
        JdbcClient older = installation.database("older");
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
}
