package dev.propusk.account;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logins: made, and found at sign-in. */
@Service
public class Accounts implements UserDetailsService {
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            PasswordRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsername(username)
                .map(Account::toPanelUser)
                .orElseThrow(() -> new UsernameNotFoundException("No such login"));
    }

    /** Whether nobody can sign in yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /**
     * Makes a login with a password that its person knows.
     *
     * @param contract null for the provider's own logins
     * @throws InvalidPasswordException where the password is not good enough
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void create(@Nullable ContractId contract, String username, String password, Role role) {
        save(contract, username, password, role, false);
    }

    /** Makes a login whose first password others may have seen: it has to be changed at the first sign-in. */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void createWithFirstPassword(@Nullable ContractId contract, String username, String password, Role role) {
        save(contract, username, password, role, true);
    }

    private void save(@Nullable ContractId contract, String username, String password, Role role, boolean isFirst) {
        rules.check(username, password);
        UUID id = TimeOrderedId.next();
        Account account = new Account(id, contract, username, passwords.encode(password), role, clock.instant());
        if (isFirst) {
            account.demandNewPassword();
        }
        accounts.save(account);
        events.publishEvent(new AccountCreated(contract, id, username, role));
    }
}
