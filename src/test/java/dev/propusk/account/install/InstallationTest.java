package dev.propusk.account.install;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.propusk.PropuskTest;
import dev.propusk.account.Account;
import dev.propusk.account.AccountRepository;
import dev.propusk.secrets.SecretKeyException;
import dev.propusk.secrets.Secrets;
import dev.propusk.secrets.TestSecrets;
import dev.propusk.security.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

@PropuskTest
class InstallationTest {
    private static final String DEMO = "demo";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private KeyFingerprint key;

    @Autowired
    private Secrets secrets;

    @TempDir
    private Path folder;

    @Test
    @Transactional
    void aDatabaseIsKeptFromAnotherKey() {
        mark(false);
        key.check();
        KeyFingerprint another = new KeyFingerprint(jdbc, TestSecrets.in(folder));

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(another::check)
                .withMessageContaining("not the one that this database was begun with");
        assertThatNoException().isThrownBy(key::check);
    }

    /** As data of the first version has none. */
    @Test
    @Transactional
    void whereNoFingerprintWasKeptWhatIsEncryptedTellsTheKey() {
        mark(false);
        Account admin = accounts.saveAndFlush(new Account(
                UUID.randomUUID(), null, "somebody-" + clock.millis(), "{noop}x", Role.ADMIN, clock.instant()));
        jdbc.sql("update account set totp_secret = null").update();
        jdbc.sql("update account set totp_secret = ? where id = ?")
                .params(secrets.encrypt("totp-secret", new byte[20]), admin.id())
                .update();
        KeyFingerprint another = new KeyFingerprint(jdbc, TestSecrets.in(folder));

        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(another::check);
        assertThatNoException().isThrownBy(key::check);
        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(another::check);
    }

    @Test
    @Transactional
    void productionRefusesWhatTheDemoFilledAndTheDemoWhatItDidNot() {
        mark(true);
        assertThatNoException().isThrownBy(() -> start(environment(DEMO)));
        refuses(environment());
        mark(false);
        assertThatNoException().isThrownBy(() -> start(environment()));
        refuses(environment(DEMO));
    }

    @Test
    @Transactional
    void theDemoRefusesADatabaseThatIsElsewhereAndOneThatIsNotEmpty() {
        mark(true);
        refuses(environment(DEMO).withProperty("spring.datasource.url", "jdbc:mariadb://db.example/propusk"));
        jdbc.sql("delete from installation").update();
        accounts.saveAndFlush(new Account(
                UUID.randomUUID(), null, "somebody-" + clock.millis(), "{noop}x", Role.ADMIN, clock.instant()));
        refuses(environment(DEMO));
    }

    private void mark(boolean demo) {
        jdbc.sql("delete from installation").update();
        jdbc.sql("insert into installation (id, demo, created_at) values (1, ?, utc_timestamp(6))")
                .param(demo)
                .update();
    }

    private static MockEnvironment environment(String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return environment;
    }

    private void start(MockEnvironment environment) {
        new Installation(jdbc, environment, accounts, clock, key).afterPropertiesSet();
    }

    private void refuses(MockEnvironment environment) {
        assertThatExceptionOfType(WrongInstallationException.class).isThrownBy(() -> start(environment));
    }
}
