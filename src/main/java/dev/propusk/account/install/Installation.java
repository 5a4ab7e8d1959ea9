package dev.propusk.account.install;

import dev.propusk.account.AccountRepository;
import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks what a database is for: the demo's logins have a known password, so production refuses a database that the demo
 * has marked, and the demo one that it has not, unless it is empty and on this machine.
 */
@Component
public class Installation implements InitializingBean {
    private final JdbcClient jdbc;
    private final Environment environment;
    private final AccountRepository accounts;
    private final Clock clock;
    private final KeyFingerprint key;

    Installation(
            JdbcClient jdbc, Environment environment, AccountRepository accounts, Clock clock, KeyFingerprint key) {
        this.key = key;
        this.jdbc = jdbc;
        this.environment = environment;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        String url = environment.getProperty("spring.datasource.url", "");
        if (demo && !url.isEmpty() && !url.matches("jdbc:mariadb://(localhost|127\\.0\\.0\\.1|\\[::1])[:/].*")) {
            throw new WrongInstallationException("The demo runs only on a database on this machine.");
        }
        Optional<Boolean> marked =
                jdbc.sql("select demo from installation").query(Boolean.class).optional();
        if (marked.isEmpty()) {
            if (demo && accounts.count() > 0) {
                throw new WrongInstallationException("This database holds real data; the demo does not touch it.");
            }
            jdbc.sql("insert ignore into installation (id, demo, created_at) values (1, ?, ?)")
                    .params(demo, InstantConverter.toUtc(clock.instant()))
                    .update();
        } else if (marked.get() != demo) {
            throw new WrongInstallationException(
                    demo
                            ? "This database holds real data; the demo does not touch it."
                            : "This database was filled by the demo, whose passwords everybody knows.");
        }
        key.check();
    }
}
