package dev.propusk.account.identity;

import dev.propusk.account.Account;
import dev.propusk.account.AccountChanged;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.AccountCreated;
import dev.propusk.account.AccountRepository;
import dev.propusk.data.Atomic;
import dev.propusk.security.Role;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The transactions behind {@link IdentitySignIn} and {@link IdentityAdministration}. */
@Component
class IdentityTransaction {
    private final AccountRepository accounts;
    private final IdentityTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityTransaction(
            AccountRepository accounts, IdentityTable table, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From now on this identity is this login; its other sessions end.
     *
     * @param unknown the hash of a password that nobody knows
     */
    @Atomic
    void link(UUID id, Identity identity, String unknown) {
        Account account = accounts.findOwnById(id).orElseThrow();
        account.vouchFor(unknown);
        table.insert(identity, id);
        events.publishEvent(AccountChanged.of(account, Change.IDENTITY_LINKED));
    }

    /** Makes the login that this identity is; otherwise as {@link #link}. */
    @Atomic
    void make(UUID id, Identity identity, Granted granted, String unknown) {
        String name = Objects.requireNonNull(identity.login()).value();
        Account account = accounts.saveAndFlush(
                new Account(id, granted.contract(), name, unknown, granted.role(), clock.instant()));
        table.insert(identity, id);
        events.publishEvent(new AccountCreated(granted.contract(), id, name, granted.role()));
        events.publishEvent(AccountChanged.of(account, Change.IDENTITY_LINKED));
    }

    /** Its role there is another one by now. */
    @Atomic
    void follow(UUID id, Role role) {
        Account account = accounts.findOwnById(id).orElseThrow();
        if (account.role() != role) {
            account.changeRole(role);
            events.publishEvent(AccountChanged.of(account, Change.ROLE_CHANGED, role.name()));
        }
    }

    /** Nobody's identity is this login any more; its sessions end. */
    @Atomic
    void unlink(UUID id) {
        Account account = accounts.findOwnById(id).orElseThrow();
        if (table.delete(id)) {
            account.changeFactor();
            events.publishEvent(AccountChanged.of(account, Change.IDENTITY_UNLINKED));
        }
    }
}
