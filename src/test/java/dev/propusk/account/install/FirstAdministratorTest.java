package dev.propusk.account.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.account.Accounts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Nodes of a new cluster start at the same moment. */
@PropuskTest
class FirstAdministratorTest {
    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from account where username = 'admin'").update();
    }

    @Test
    void ofTwoNodesOneMakesTheFirstAdministratorAndBothStart() throws Exception {
        FirstAdministrator first = new FirstAdministrator(accounts, environment);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> starts = nodes.invokeAll(
                    List.of(start(first, "vier Worte auf Papier"), start(first, "fünf Worte auf dem Papier")));
            for (Future<Void> start : starts) {
                start.get();
            }
        }
        List<String> made = jdbc.sql("select password_hash from account where username = 'admin'")
                .query(String.class)
                .list();
        assertThat(made)
                .singleElement()
                .satisfies(hash -> assertThat(List.of("vier Worte auf Papier", "fünf Worte auf dem Papier"))
                        .anyMatch(password -> passwords.matches(password, hash)));
    }

    private static Callable<Void> start(FirstAdministrator first, String password) {
        return () -> {
            first.make(password, false);
            return null;
        };
    }
}
