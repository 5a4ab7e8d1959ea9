package dev.propusk.token.generate;

import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenKind;
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
        return jdbc.sql("select reuse, days from issue_habit where account_id = :account")
                .param("account", account)
                .query((row, number) -> new TokenKind(
                        Reuse.valueOf(row.getString("reuse")), new Term(row.getObject("days", Integer.class))))
                .optional();
    }

    void remember(UUID account, TokenKind kind) {
        jdbc.sql("""
                        insert into issue_habit (account_id, reuse, days) values (:account, :reuse, :days)
                        on duplicate key update reuse = values(reuse), days = values(days)
                        """)
                .param("account", account)
                .param("reuse", kind.reuse().name())
                .param("days", kind.term().days())
                .update();
    }
}
