package dev.propusk.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretIsReadBackAfterARestart() {
        byte[] encrypted = secrets(null).encrypt("radius-secret", "тайна".getBytes(UTF_8));

        assertThat(new String(secrets(null).decrypt("radius-secret", encrypted), UTF_8))
                .isEqualTo("тайна");
        assertThat(new String(encrypted, UTF_8)).doesNotContain("тайна");
    }

    @Test
    void aSecretOfOnePurposeIsOfNoUseForAnother() {
        Secrets secrets = secrets(null);
        byte[] encrypted = secrets.encrypt("radius-secret", new byte[] {1});

        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(() -> secrets.decrypt("totp", encrypted));
        assertThat(secrets.sign("a", new byte[] {1}))
                .hasSize(32)
                .isEqualTo(secrets.sign("a", new byte[] {1}))
                .isNotEqualTo(secrets.sign("b", new byte[] {1}));
    }

    @Test
    void onlyTheApplicationCanReadTheKeyThatItMakes() throws Exception {
        secrets(null);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExternalDatabaseNeedsAKeyFileThatIsThere() {
        MockEnvironment external =
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:mariadb://db/propusk");
        SecretSettings unset = new SecretSettings(folder, null, null);
        SecretSettings missing = new SecretSettings(folder, folder.resolve("none"), null);

        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(() -> new Secrets(unset, external));
        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(() -> new Secrets(missing, external));
        assertThat(folder).isEmptyDirectory();
    }

    private Secrets secrets(@Nullable Path file) {
        return new Secrets(new SecretSettings(folder, file, null), new MockEnvironment());
    }
}
