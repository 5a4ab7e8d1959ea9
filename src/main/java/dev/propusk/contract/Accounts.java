package dev.propusk.contract;

import dev.propusk.base.Atomic;
import dev.propusk.base.TimeOrderedId;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
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

    /** @param contract null for the provider's own logins */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void create(@Nullable ContractId contract, String username, String password, Role role) {
        UUID id = TimeOrderedId.next();
        accounts.save(new Account(id, contract, username, passwords.encode(password), role, clock.instant()));
        events.publishEvent(new AccountCreated(contract, id, username, role));
    }
}
