package dev.propusk.account;

import static java.util.stream.Collectors.toSet;

import dev.propusk.account.session.OpenSessions;
import dev.propusk.account.session.OpenSessions.Held;
import dev.propusk.data.DatabaseAway;
import dev.propusk.security.PanelSession;
import dev.propusk.security.SignInDetails;
import dev.propusk.security.SignedIn;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
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
    private final OpenSessions sessions;

    CurrentAccounts(JdbcClient jdbc, OpenSessions sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    @Override
    public Predicate<PanelSession> current(Collection<PanelSession> asked) {
        if (asked.isEmpty()) {
            return session -> false;
        }
        try {
            Set<Held> held = held(asked);
            return session -> held.contains(
                            new Held(session.user().account(), session.user().epoch(), session.id()))
                    && (session.isWhole() || !sessions.isTooOldByHalf(session));
        } catch (DataAccessException e) {
            if (DatabaseAway.isCauseOf(e)) {
                // without the database nobody can do anything; nobody is signed out for it
                return session -> true;
            }
            throw e;
        }
    }

    @Override
    public void seen(SignInDetails details) {
        try {
            sessions.seen(details);
        } catch (DataAccessException e) {
            if (!DatabaseAway.isCauseOf(e)) {
                throw e;
            }
        }
    }

    private Set<Held> held(Collection<PanelSession> asked) {
        Set<Held> held = new HashSet<>();
        Set<UUID> ids =
                asked.stream().map(PanelSession::id).filter(Objects::nonNull).collect(toSet());
        if (!ids.isEmpty()) {
            held.addAll(sessions.open(ids));
        }
        Set<UUID> others = asked.stream()
                .filter(session -> session.id() == null)
                .map(session -> session.user().account())
                .collect(toSet());
        if (!others.isEmpty()) {
            held.addAll(jdbc.sql("select id, epoch from account where id in (:accounts) and enabled")
                    .param("accounts", others)
                    .query((row, number) -> new Held(row.getObject("id", UUID.class), row.getInt("epoch"), null))
                    .set());
        }
        return held;
    }
}
