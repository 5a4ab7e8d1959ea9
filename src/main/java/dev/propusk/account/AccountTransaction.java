package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.InvalidAccountException.Fault;
import dev.propusk.account.identity.IdentityTable;
import dev.propusk.account.passkey.PasskeysOf;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The transactions behind {@link Accounts}, {@link AccountAdministration}, {@link AccountLinks} and {@link OwnAccount}.
 * Passwords come encoded: that takes longer than a connection may be held.
 */
@Component
class AccountTransaction {
    /** So long whoever was let in again has to mend what kept them out. */
    private static final Duration WAY_BACK = Duration.ofDays(1);

    private final AccountRepository accounts;
    private final AccountLinkTable links;
    private final Enrolment enrolment;
    private final PasskeysOf passkeys;
    private final IdentityTable identities;
    private final PublicSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountTransaction(
            AccountRepository accounts,
            AccountLinkTable links,
            Enrolment enrolment,
            PasskeysOf passkeys,
            IdentityTable identities,
            PublicSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.enrolment = enrolment;
        this.passkeys = passkeys;
        this.identities = identities;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A login with a password.
     *
     * @param first whether others may have seen it, so that it has to be changed
     */
    @Atomic
    void create(UUID id, @Nullable ContractId contract, String username, String hash, Role role, boolean first) {
        Account account = new Account(id, contract, username, hash, role, clock.instant());
        if (first) {
            account.demandNewPassword();
        }
        accounts.save(account);
        events.publishEvent(new AccountCreated(contract, id, username, role));
    }

    /**
     * A login that waits for its password, and the link by which that is set.
     *
     * @param hash of a password that nobody knows
     */
    @Atomic
    URI invite(UUID id, @Nullable ContractId contract, String username, String hash, Role role) {
        if (accounts.findByUsername(username).isPresent()) {
            throw new InvalidAccountException(Fault.TAKEN);
        }
        Account account = new Account(id, contract, username, hash, role, clock.instant());
        account.invite();
        Account saved = accounts.saveAndFlush(account);
        events.publishEvent(new AccountCreated(contract, id, username, role));
        events.publishEvent(AccountChanged.of(saved, Change.INVITED));
        return AccountLinks.address(settings, links.replace(id, AccountLinks.INVITATION));
    }

    /**
     * Sets the password by a link.
     *
     * @throws AccountNotFoundException where it no longer works
     */
    @Atomic
    void useLink(String token, String hash) {
        Account account = links.find(token)
                .filter(id -> links.use(token))
                .flatMap(accounts::findOwnById)
                .orElseThrow(AccountNotFoundException::new);
        account.setPassword(hash);
        events.publishEvent(AccountChanged.of(account, Change.LINK_USED));
    }

    /**
     * Sets the password anew; a link that was made before sets none any more.
     *
     * @param seen the hash that the current password was checked against
     * @throws InvalidPasswordException where it has been changed since
     */
    @Atomic
    void changePassword(UUID id, String seen, String hash) {
        Account account = accounts.findOwnById(id).orElseThrow(AccountNotFoundException::new);
        if (!account.passwordHash().equals(seen)) {
            throw new InvalidPasswordException(InvalidPasswordException.Fault.WRONG_CURRENT);
        }
        account.setPassword(hash);
        links.forget(id);
        events.publishEvent(AccountChanged.of(account, Change.PASSWORD_CHANGED));
    }

    /**
     * Lets an administrator in by this password, once: it has to be changed, and a second factor set up. Where passwords
     * are closed to administrators, it opens for a day.
     *
     * @throws AccountNotFoundException where there is no administrator of that name
     */
    @Atomic
    void resetAdministrator(String username, String hash) {
        Account account = accounts.findByUsername(username)
                .filter(found -> found.role() == Role.ADMIN)
                .orElseThrow(AccountNotFoundException::new);
        if (hash.equals(account.passwordHash())) {
            // no two hashes are the same: it stands already, only its answer was lost
            return;
        }
        account.setPassword(hash);
        account.demandNewPassword();
        account.enable();
        account.letInLocally(clock.instant().plus(WAY_BACK));
        account.setSecondFactor(null);
        enrolment.forget(account.id());
        passkeys.forget(account.id());
        links.forget(account.id());
        events.publishEvent(AccountChanged.of(account, Change.PASSWORD_CHANGED));
        events.publishEvent(AccountChanged.of(account, Change.SECOND_FACTOR_REMOVED));
        if (identities.delete(account.id())) {
            events.publishEvent(AccountChanged.of(account, Change.IDENTITY_UNLINKED));
        }
    }
}
