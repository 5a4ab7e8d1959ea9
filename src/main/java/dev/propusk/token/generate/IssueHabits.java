package dev.propusk.token.generate;

import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenKind;
import dev.propusk.token.Uses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What kind of token each login handed out last, so that it is offered again. */
@Component
class IssueHabits {
    private final JdbcClient jdbc;

    IssueHabits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TokenKind> of(UUID account) {
        return jdbc.sql("select reuse, devices, days from issue_habit where account_id = :account")
                .param("account", account)
                .query((row, number) -> new TokenKind(uses(row), new Term(row.getObject("days", Integer.class))))
                .optional();
    }

    /** A node of the release before leaves the number as it was. */
    private static Uses uses(ResultSet row) throws SQLException {
        Reuse reuse = Reuse.valueOf(row.getString("reuse"));
        return new Uses(reuse, reuse == Reuse.SINGLE_USE ? null : row.getObject("devices", Integer.class));
    }

    void remember(UUID account, TokenKind kind) {
        jdbc.sql("""
                        insert into issue_habit (account_id, reuse, devices, days) values (:account, :reuse, :devices, :days)
                        on duplicate key update reuse = values(reuse), devices = values(devices), days = values(days)
                        """)
                .param("account", account)
                .param("reuse", kind.uses().reuse().name())
                .param("devices", kind.uses().devices())
                .param("days", kind.term().days())
                .update();
    }
}
