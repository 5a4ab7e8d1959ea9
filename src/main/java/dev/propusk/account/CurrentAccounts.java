package dev.propusk.account;

import dev.propusk.security.PanelUser;
import dev.propusk.security.SignedIn;
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
    public boolean isCurrent(PanelUser user) {
        try {
            return jdbc.sql("select exists (select 1 from account where id = ? and epoch = ? and enabled)")
                    .params(user.account(), user.epoch())
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            // without the database nobody can do anything; nobody is signed out for it
            return true;
        }
    }
}
