package dev.propusk.account;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.security.ContractId;
import dev.propusk.security.LoginName;
import dev.propusk.security.Role;
import org.jspecify.annotations.Nullable;
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
    private final AccountTransaction transaction;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            PasswordRules rules,
            AccountTransaction transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.transaction = transaction;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return LoginName.read(username)
                .flatMap(name -> accounts.findByUsername(name.value()).filter(account -> name.isOf(account.username())))
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
    @PreAuthorize("hasRole('ADMIN')")
    public void create(@Nullable ContractId contract, String username, String password, Role role) {
        create(contract, username, password, role, false);
    }

    /** Makes a login whose first password others may have seen: it has to be changed at the first sign-in. */
    @PreAuthorize("hasRole('ADMIN')")
    public void createWithFirstPassword(@Nullable ContractId contract, String username, String password, Role role) {
        create(contract, username, password, role, true);
    }

    private void create(@Nullable ContractId contract, String username, String password, Role role, boolean isFirst) {
        rules.check(username, password);
        transaction.create(TimeOrderedId.next(), contract, username, passwords.encode(password), role, isFirst);
    }

    /**
     * For an administrator who has lost password or second factor, and has nobody to ask.
     *
     * @param password others may have seen it: it has to be changed at the next sign-in
     * @throws AccountNotFoundException where there is no administrator of that name
     */
    @PreAuthorize("hasRole('ADMIN')")
    public void resetAdministrator(String username, String password) {
        rules.check(username, password);
        transaction.resetAdministrator(username, passwords.encode(password));
    }
}
