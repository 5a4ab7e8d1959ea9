package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.InvalidAccountException.Fault;
import dev.propusk.account.guard.ManagedAccounts;
import dev.propusk.account.passkey.PasskeysOf;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.Atomic;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.LoginName;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Logins, managed: by the owner those of the contract, by an administrator all. */
@Service
public class AccountAdministration {
    private static final List<String> CHANGES = Stream.of(
                    Change.ROLE_CHANGED,
                    Change.DISABLED,
                    Change.ENABLED,
                    Change.SECOND_FACTOR_SET,
                    Change.SECOND_FACTOR_REMOVED,
                    Change.PASSKEY_ADDED,
                    Change.PASSKEY_REMOVED,
                    Change.IDENTITY_LINKED,
                    Change.IDENTITY_UNLINKED,
                    Change.PASSWORD_CHANGED,
                    Change.LINK_USED)
            .map(Change::action)
            .toList();

    private final ManagedAccounts managed;
    private final AccountTransaction transaction;
    private final AccountLinks links;
    private final CurrentUser currentUser;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;
    private final PasskeysOf passkeys;

    AccountAdministration(
            ManagedAccounts managed,
            AccountTransaction transaction,
            AccountLinks links,
            CurrentUser currentUser,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Conflicts conflicts,
            PasskeysOf passkeys) {
        this.managed = managed;
        this.transaction = transaction;
        this.links = links;
        this.currentUser = currentUser;
        this.passwords = passwords;
        this.events = events;
        this.conflicts = conflicts;
        this.passkeys = passkeys;
    }

    /**
     * Makes a login that has no password yet.
     *
     * @param contract null for the provider's own
     * @return the one-time link by which its password is set, for 7 days
     */
    @ManagesAccounts
    @NeedsProof
    public URI invite(@Nullable ContractId contract, String username, Role role) {
        managed.requireChangeable(contract);
        if (!LoginName.isOne(username)) {
            throw new InvalidAccountException(Fault.USERNAME);
        }
        String unknown = passwords.encode(UUID.randomUUID().toString());
        return transaction.invite(TimeOrderedId.next(), contract, username, unknown, role);
    }

    /** Makes a one-time link by which its password is set anew, for a day; until then the old one works. */
    @ManagesAccounts
    @NeedsProof
    @Atomic
    public URI makeLink(@Nullable ContractId contract, UUID id) {
        Account account = managed.toChange(contract, id);
        events.publishEvent(AccountChanged.of(account, Change.LINK_MADE));
        return links.make(account, AccountLinks.RESET);
    }

    /**
     * Where it has this role already, nothing is done.
     *
     * @param seen the version of the login that was looked at
     * @throws ChangedMeanwhileException where it is another one by now
     */
    @ManagesAccounts
    @NeedsProof
    @Atomic
    public void changeRole(@Nullable ContractId contract, UUID id, Role role, int seen) {
        Account account = requireAnothers(managed.toChange(contract, id));
        if (account.role() != role) {
            requireUnchanged(account, seen).changeRole(role);
            events.publishEvent(AccountChanged.of(account, Change.ROLE_CHANGED, role.name()));
        }
    }

    /** Seen as with {@link #changeRole}. */
    @ManagesAccounts
    @NeedsProof
    @Atomic
    public void disable(@Nullable ContractId contract, UUID id, int seen) {
        change(contract, id, seen, Account::isEnabled, Account::disable, Change.DISABLED);
    }

    /** Seen as with {@link #changeRole}. */
    @ManagesAccounts
    @NeedsProof
    @Atomic
    public void enable(@Nullable ContractId contract, UUID id, int seen) {
        change(contract, id, seen, account -> !account.isEnabled(), Account::enable, Change.ENABLED);
    }

    /** Whether it has anything that {@link #removeSecondFactor} would take away: an app that gives codes, or a passkey. */
    @ManagesAccounts
    public boolean hasSecondFactor(@Nullable ContractId contract, UUID id) {
        return managed.find(contract, id).filter(this::hasSecondFactor).isPresent();
    }

    private boolean hasSecondFactor(Account account) {
        return account.totpSecret() != null || passkeys.hasAny(account.id());
    }

    /** For somebody who has lost their device and their recovery codes, with their passkeys; seen as with {@link #changeRole}. */
    @ManagesAccounts
    @NeedsProof
    @Atomic
    public void removeSecondFactor(@Nullable ContractId contract, UUID id, int seen) {
        change(
                contract,
                id,
                seen,
                this::hasSecondFactor,
                account -> {
                    account.setSecondFactor(null);
                    passkeys.forget(account.id());
                },
                Change.SECOND_FACTOR_REMOVED);
    }

    private void change(
            @Nullable ContractId contract,
            UUID id,
            int seen,
            Predicate<Account> isDue,
            Consumer<Account> verb,
            Change change) {
        Account account = requireAnothers(managed.toChange(contract, id));
        if (isDue.test(account)) {
            verb.accept(requireUnchanged(account, seen));
            events.publishEvent(AccountChanged.of(account, change));
        }
    }

    private Account requireUnchanged(Account account, int seen) {
        if (account.version() != seen) {
            throw conflicts.over(account.contract(), account.id(), CHANGES);
        }
        return account;
    }

    private Account requireAnothers(Account account) {
        if (currentUser
                .panelUser()
                .filter(user -> user.account().equals(account.id()))
                .isPresent()) {
            throw new InvalidAccountException(Fault.OWN);
        }
        return account;
    }
}
