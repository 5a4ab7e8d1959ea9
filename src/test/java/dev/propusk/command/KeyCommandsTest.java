package dev.propusk.command;

import static dev.propusk.command.SealedInstallation.SECRET;
import static dev.propusk.command.SealedInstallation.key;
import static dev.propusk.command.SealedInstallation.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys are made and exchanged, and an administrator is let in again. */
class KeyCommandsTest extends InstalledCommands {
    private static final String REMOVED = "journal where action = 'account.second-factor-removed'";

    @Test
    void anAdministratorIsLetInAgainOnce() {
        String before = installation.ask("propusk", "password_hash", "account where username = 'olga'");
        int removed = installation.count("propusk", REMOVED);
        assertThat(call(external("propusk"), "reset-admin", "nobody")).isEqualTo(1);
        assertThat(said).contains("There is no administrator nobody.");
        assertThat(call(external("propusk"), "reset-admin", "olga"))
                .as(() -> said)
                .isZero();
        assertThat(said).contains("The password of olga is ").doesNotContain("ERROR");
        assertThat(installation.ask("propusk", "password_hash", "account where username = 'olga'"))
                .isNotEqualTo(before);
        assertThat(installation.count(
                        "propusk", "account where username = 'olga' and must_change_password and totp_secret is null"))
                .isEqualTo(1);
        assertThat(installation.count("propusk", REMOVED)).isEqualTo(removed + 1);
    }

    @Test
    void anotherKeyTakesThePlaceOfTheOneInUseAndTheJournalStaysSound() throws Exception {
        Path backup = folder.resolve("key.sql.gz");
        assertThat(call(external("propusk"), "backup", backup.toString()))
                .as(() -> said)
                .isZero();
        installation.makeEmpty("rotated");
        assertThat(call(external("rotated"), "restore", backup.toString()))
                .as(() -> said)
                .isZero();
        installation
                .database("rotated")
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
        assertThat(said).startsWith("Secrets encrypted with the key in").contains(" now: 1.");
        assertThat(call(external("rotated"), "journal", "check")).isEqualTo(1);
        assertThat(said).contains("not the one that this database was begun with");
        List<String> withNext = new ArrayList<>(external("rotated"));
        withNext.removeIf(setting -> setting.startsWith("--propusk.secret-key-file"));
        withNext.add("--propusk.secret-key-file=" + next);
        assertThat(call(withNext, "journal", "check")).as(() -> said).isZero();
        assertThat(said).contains("The journal is sound");
        assertThat(installation.count("rotated", "journal where action = 'secret.key-rotated' and proof is not null"))
                .isOne();
        byte[] stored = HexFormat.of()
                .parseHex(installation.ask("rotated", "hex(totp_secret)", "account where username = 'olga'"));
        assertThat(secrets(next).decrypt("totp-secret", stored)).isEqualTo(SECRET);

        // nodes that have both keys work on either side of it
        withNext.add("--propusk.secret-key-previous-file=" + key().toAbsolutePath());
        assertThat(call(withNext, "journal", "check")).as(() -> said).isZero();
        assertThat(call(withNext, "rotate-key", "--new", next.toString()))
                .as(() -> said)
                .isZero();
        assertThat(said).contains(" now: 0.");
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
}
