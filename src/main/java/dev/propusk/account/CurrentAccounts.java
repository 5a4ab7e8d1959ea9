package dev.propusk.account;

import static java.util.stream.Collectors.toSet;

import dev.propusk.data.DatabaseAway;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignedIn;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database, so that what was changed on another node counts at the next request. */
@Component
class CurrentAccounts implements SignedIn {
    private final JdbcClient jdbc;

    CurrentAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Predicate<PanelUser> current(Collection<PanelUser> users) {
        if (users.isEmpty()) {
            return user -> false;
        }
        try {
            Set<State> states = states(users);
            return user -> states.contains(new State(user.account(), user.epoch()));
        } catch (DataAccessException e) {
            if (DatabaseAway.isCauseOf(e)) {
                // without the database nobody can do anything; nobody is signed out for it
                return user -> true;
            }
            throw e;
        }
    }

    private Set<State> states(Collection<PanelUser> users) {
        return jdbc.sql("select id, epoch from account where id in (:accounts) and enabled")
                .param("accounts", users.stream().map(PanelUser::account).collect(toSet()))
                .query((row, number) -> new State(row.getObject("id", UUID.class), row.getInt("epoch")))
                .set();
    }

    private record State(UUID account, int epoch) {}
}
