package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.base.Sha256;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.SecretKeyException;
import dev.propusk.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks the codes that a device makes from a shared secret and the time ({@link TotpCode}). A step counts once; 5 tries
 * in 15 minutes.
 */
@Component
public class SecondFactor {
    private static final String PURPOSE = "totp-secret";
    private static final int TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);

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

    /** Counts as a try, whatever comes of it. */
    @Atomic
    public boolean mayTry(UUID account) {
        LocalDateTime now = InstantConverter.toUtc(clock.instant());
        LocalDateTime window = now.minus(WINDOW);
        return jdbc.sql("""
                        update account
                        set totp_tries = if(totp_tried_at is null or totp_tried_at < :window, 1, totp_tries + 1),
                            totp_tried_at = if(totp_tried_at is null or totp_tried_at < :window, :now, totp_tried_at)
                        where id = :account
                        and (totp_tried_at is null or totp_tried_at < :window or totp_tries < :tries)
                        """)
                        .param("window", window)
                        .param("now", now)
                        .param("account", account)
                        .param("tries", TRIES)
                        .update()
                > 0;
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
                                update account set totp_step = :step, totp_tries = 0
                                where id = :account and (totp_step is null or totp_step < :step)
                                """)
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        > 0;
    }

    /** Takes a recovery code, once. */
    @Atomic
    public boolean takeRecoveryCode(Account account, String code) {
        boolean taken = jdbc.sql("delete from account_recovery_code where account_id = ? and code_hash = ?")
                        .params(account.id(), recoveryHash(code))
                        .update()
                > 0;
        if (taken) {
            events.publishEvent(AccountChanged.of(account, Change.RECOVERY_CODE_USED));
        }
        return taken;
    }

    static byte[] recoveryHash(String code) {
        return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
