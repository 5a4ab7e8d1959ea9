package dev.propusk.account.identity;

import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around which identity is which login. */
@Component
public class IdentityTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    IdentityTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose it is. */
    Optional<UUID> account(String issuer, String subject) {
        return jdbc.sql("select account_id from account_identity where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional();
    }

    /** Whether the login is somebody's there already. */
    boolean hasAny(UUID account, String issuer) {
        return jdbc.sql("select exists (select 1 from account_identity where account_id = ? and issuer = ?)")
                .params(account, issuer)
                .query(Boolean.class)
                .single();
    }

    void insert(Identity identity, UUID account) {
        jdbc.sql("insert into account_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)")
                .params(identity.issuer(), identity.subject(), account, InstantConverter.toUtc(clock.instant()))
                .update();
    }

    /** Nobody's identity is this login any more; whether one was. */
    public boolean delete(UUID account) {
        return jdbc.sql("delete from account_identity where account_id = ?")
                        .param(account)
                        .update()
                > 0;
    }
}
