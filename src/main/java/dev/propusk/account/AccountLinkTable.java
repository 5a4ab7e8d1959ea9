package dev.propusk.account;

import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.KeyForm;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around one-time links; what makes one work is kept as its hash only. */
@Component
class AccountLinkTable {
    private static final KeyForm FORM = new KeyForm("", 30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountLinkTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those made for this login before stop working.
     *
     * @return what the link has to carry
     */
    String replace(UUID account, Duration valid) {
        IssuedKey token = FORM.issue();
        forget(account);
        jdbc.sql("insert into account_link (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(
                        token.hash(),
                        account,
                        InstantConverter.toUtc(clock.instant().plus(valid)))
                .update();
        return token.value();
    }

    /** Those made for this login stop working. */
    void forget(UUID account) {
        jdbc.sql("delete from account_link where account_id = ?").param(account).update();
    }

    /** Whose it is; empty where it is unknown, used, or too old. */
    Optional<UUID> find(String token) {
        return FORM.read(token).flatMap(this::find);
    }

    private Optional<UUID> find(IssuedKey token) {
        return jdbc.sql(
                        "select account_id from account_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(token.hash(), InstantConverter.toUtc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Uses it up; false where it was used before. */
    boolean use(String token) {
        return FORM.read(token).map(this::use).orElse(false);
    }

    private boolean use(IssuedKey token) {
        return jdbc.sql("update account_link set used_at = ? where token_hash = ? and used_at is null")
                        .params(InstantConverter.toUtc(clock.instant()), token.hash())
                        .update()
                > 0;
    }
}
