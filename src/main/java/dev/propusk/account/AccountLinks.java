package dev.propusk.account;

import dev.propusk.base.Sha256;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which somebody sets the password of a login: invitations and resets. */
@Service
public class AccountLinks {
    /** Where they lead. */
    public static final String PATH = "welcome";

    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration RESET = Duration.ofDays(1);

    private final AccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final PublicSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountLinks(
            AccountRepository accounts,
            PasswordRules rules,
            PasswordEncoder passwords,
            PublicSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A new one; those made before stop working. */
    URI make(Account account, Duration valid) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("delete from account_link where account_id = ?")
                .param(account.id())
                .update();
        jdbc.sql("insert into account_link (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(
                        hash(token),
                        account.id(),
                        InstantConverter.toUtc(clock.instant().plus(valid)))
                .update();
        return settings.at("/" + PATH + "/" + token);
    }

    /** The name of the login that this link is for; empty where it is unknown, used, or too old. */
    @Transactional(readOnly = true)
    public Optional<String> open(String token) {
        return find(token).map(Account::username);
    }

    /**
     * Sets the password, once.
     *
     * @throws AccountNotFoundException where the link no longer works
     * @throws InvalidPasswordException where the password is not good enough; the link works on
     */
    @Atomic
    public void use(String token, String newPassword) {
        Account account = find(token).orElseThrow(AccountNotFoundException::new);
        rules.check(account.username(), newPassword);
        int used = jdbc.sql("update account_link set used_at = ? where token_hash = ? and used_at is null")
                .params(InstantConverter.toUtc(clock.instant()), hash(token))
                .update();
        if (used == 0) {
            throw new AccountNotFoundException();
        }
        account.setPassword(passwords.encode(newPassword));
        events.publishEvent(AccountChanged.of(account, AccountChanged.Change.LINK_USED));
    }

    private Optional<Account> find(String token) {
        return jdbc.sql(
                        "select account_id from account_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(hash(token), InstantConverter.toUtc(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::findById);
    }

    static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
