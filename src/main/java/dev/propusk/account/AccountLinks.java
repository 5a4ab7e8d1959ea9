package dev.propusk.account;

import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
    private final AccountLinkTable table;
    private final AccountTransaction transaction;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final PublicSettings settings;

    AccountLinks(
            AccountRepository accounts,
            AccountLinkTable table,
            AccountTransaction transaction,
            PasswordRules rules,
            PasswordEncoder passwords,
            PublicSettings settings) {
        this.accounts = accounts;
        this.table = table;
        this.transaction = transaction;
        this.rules = rules;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** A new one; those made before stop working. */
    URI make(Account account, Duration valid) {
        return address(settings, table.replace(account.id(), valid));
    }

    static URI address(PublicSettings settings, String token) {
        return settings.at("/" + PATH + "/" + token);
    }

    /** The name of the login that this link is for; empty where it is unknown, used, or too old. */
    @Transactional(readOnly = true)
    public Optional<String> open(String token) {
        return table.find(token).flatMap(accounts::findOwnById).map(Account::username);
    }

    /**
     * Sets the password, once.
     *
     * @return whose it is
     * @throws AccountNotFoundException where the link no longer works
     * @throws InvalidPasswordException where the password is not good enough; the link works on
     */
    public UUID use(String token, String newPassword) {
        Account account = table.find(token).flatMap(accounts::findOwnById).orElseThrow(AccountNotFoundException::new);
        rules.check(account.username(), newPassword);
        transaction.useLink(token, passwords.encode(newPassword));
        return account.id();
    }
}
