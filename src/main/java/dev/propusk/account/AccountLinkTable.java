package dev.propusk.account;

import dev.propusk.base.Sha256;
import dev.propusk.data.InstantConverter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around one-time links; what makes one work is kept as its hash only. */
@Component
class AccountLinkTable {
    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

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
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("delete from account_link where account_id = ?").param(account).update();
        jdbc.sql("insert into account_link (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(
                        hash(token),
                        account,
                        InstantConverter.toUtc(clock.instant().plus(valid)))
                .update();
        return token;
    }

    /** Whose it is; empty where it is unknown, used, or too old. */
    Optional<UUID> find(String token) {
        return jdbc.sql(
                        "select account_id from account_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(hash(token), InstantConverter.toUtc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Uses it up; false where it was used before. */
    boolean use(String token) {
        return jdbc.sql("update account_link set used_at = ? where token_hash = ? and used_at is null")
                        .params(InstantConverter.toUtc(clock.instant()), hash(token))
                        .update()
                > 0;
    }

    static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
