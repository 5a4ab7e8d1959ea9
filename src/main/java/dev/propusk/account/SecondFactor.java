package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.data.Atomic;
import dev.propusk.secrets.SecretKeyException;
import dev.propusk.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks the codes that a device makes from a shared secret and the time ({@link TotpCode}). A step counts once; how
 * often somebody may try is counted elsewhere.
 */
@Component
public class SecondFactor {
    private static final String PURPOSE = "totp-secret";

    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactor(Secrets secrets, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    byte[] encrypt(byte[] secret) {
        return secrets.encrypt(PURPOSE, secret);
    }

    /**
     * Reads one secret that is stored, whosoever it is, and forgets it again: whether the key is the right one.
     *
     * @throws SecretKeyException where it is another one
     */
    public static void readOne(JdbcClient jdbc, Secrets secrets) {
        jdbc.sql("select totp_secret from account where totp_secret is not null limit 1")
                .query(byte[].class)
                .optional()
                .ifPresent(secret -> secrets.decrypt(PURPOSE, secret));
    }

    /** Whether this is a code of the secret for about now; nothing is written down. */
    OptionalLong stepOf(byte[] secret, String code) {
        return new TotpCode(code).stepOf(secret, clock.instant());
    }

    /** Part of the transaction that sets the factor up. */
    void use(UUID account, long step) {
        jdbc.sql("update account set totp_step = greatest(coalesce(totp_step, 0), ?) where id = ?")
                .params(step, account)
                .update();
    }

    /** Takes a code, once. */
    @Atomic
    public boolean take(UUID account, byte[] encryptedSecret, String code) {
        OptionalLong step = stepOf(secrets.decrypt(PURPOSE, encryptedSecret), code);
        return step.isPresent()
                && jdbc.sql("""
                                update account set totp_step = :step
                                where id = :account and (totp_step is null or totp_step < :step)
                                """)
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        > 0;
    }

    /**
     * Takes a recovery code, once.
     *
     * @param hashes what it may be kept as
     */
    @Atomic
    public boolean takeRecoveryCode(Account account, List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return false;
        }
        boolean taken = jdbc.sql("delete from account_recovery_code where account_id = :id and code_hash in (:hashes)")
                        .param("id", account.id())
                        .param("hashes", hashes)
                        .update()
                > 0;
        if (taken) {
            events.publishEvent(AccountChanged.of(account, Change.RECOVERY_CODE_USED));
        }
        return taken;
    }
}
