package dev.propusk.account.identity;

import dev.propusk.account.Account;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.account.signin.VouchedSignIn;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.panel.PanelSettings;
import dev.propusk.security.ActingAs;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/**
 * Leads from an identity to a login: known again by issuer and subject; at the first time by the login's name, where a login
 * of that name has the very role and contract that the identity gives; else one is made (sign-in 14).
 */
@Component
class IdentitySignIn {
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final IdentityReader reader;
    private final IdentityMapping mapping;
    private final IdentityTable table;
    private final IdentityTransaction transaction;
    private final IdentitySettings settings;
    private final AccountRepository accounts;
    private final VouchedSignIn door;
    private final PasswordEncoder passwords;
    private final PanelSettings panel;
    private final Clock clock;

    IdentitySignIn(
            IdentityReader reader,
            IdentityMapping mapping,
            IdentityTable table,
            IdentityTransaction transaction,
            IdentitySettings settings,
            AccountRepository accounts,
            VouchedSignIn door,
            PasswordEncoder passwords,
            PanelSettings panel,
            Clock clock) {
        this.reader = reader;
        this.mapping = mapping;
        this.table = table;
        this.transaction = transaction;
        this.settings = settings;
        this.accounts = accounts;
        this.door = door;
        this.passwords = passwords;
        this.panel = panel;
        this.clock = clock;
    }

    /** @throws IdentityRefusedException where it opens nothing */
    Authentication enter(OidcIdToken token, HttpServletRequest request) {
        Identity identity = reader.read(token);
        boolean isOld = identity.provenAt()
                .isBefore(clock.instant().minus(panel.longest()).minus(SKEW));
        if (isOld && !identity.provenAt().equals(Instant.EPOCH)) {
            throw new IdentityRefusedException(Fault.NOT_PROVEN, "signed in there too long ago");
        }
        Granted granted = mapping.grant(identity);
        PanelUser user = login(identity, granted, request).toPanelUser();
        return door.of(user, identity.isStrong(), request, identity.provenAt(), token.getTokenValue());
    }

    /**
     * Whether this is who the session belongs to, and they have just proven it there.
     *
     * @param since when that was asked for
     */
    boolean proves(OidcIdToken token, PanelUser user, Instant since) {
        Identity identity = reader.read(token);
        return table.account(identity.issuer(), identity.subject())
                        .filter(user.account()::equals)
                        .isPresent()
                && !identity.provenAt().isBefore(since.minus(SKEW));
    }

    private Account login(Identity identity, Granted granted, HttpServletRequest request) {
        Account known = find(identity).orElse(null);
        Account found = known == null ? named(identity).orElse(null) : known;
        if (found != null) {
            check(found, granted, known != null);
        }
        String name = found == null ? String.valueOf(identity.login()) : found.username();
        if (!door.admits(granted.role(), LoginName.read(name), request.getRemoteAddr())) {
            throw new IdentityRefusedException(Fault.ELSEWHERE, "login " + name);
        }
        // the provider's word, not a person's deed: in the journal it is the system's
        ActingAs.administrator(() -> settle(identity, granted, known, found));
        return find(identity).orElseThrow();
    }

    private void settle(Identity identity, Granted granted, @Nullable Account known, @Nullable Account found) {
        try {
            if (known != null) {
                if (known.role() != granted.role()) {
                    transaction.follow(known.id(), granted.role());
                }
            } else if (found != null) {
                transaction.link(found.id(), identity, unknown());
            } else {
                transaction.make(TimeOrderedId.next(), identity, granted, unknown());
            }
        } catch (DataIntegrityViolationException e) {
            // another window or node was quicker
            if (find(identity).isEmpty()) {
                throw new IdentityRefusedException(Fault.CONFLICT, "name taken meanwhile", e);
            }
        }
    }

    private void check(Account account, Granted granted, boolean isKnown) {
        if (!account.isEnabled()) {
            throw new IdentityRefusedException(Fault.DISABLED, "login " + account.username());
        }
        boolean isSame =
                Objects.equals(account.contract(), granted.contract()) && (isKnown || account.role() == granted.role());
        if (!isSame) {
            throw new IdentityRefusedException(
                    Fault.CONFLICT, "login " + account.username() + " is of another role or contract");
        }
    }

    private Optional<Account> find(Identity identity) {
        return table.account(identity.issuer(), identity.subject()).flatMap(accounts::findOwnById);
    }

    /** The one of that name; empty where one may be made. */
    private Optional<Account> named(Identity identity) {
        LoginName name = identity.login();
        if (name == null) {
            throw new IdentityRefusedException(Fault.NO_ACCESS, "no name for a login");
        }
        Optional<Account> named = accounts.findByUsername(name.value());
        // the column's collation takes for the same what is none of ours (sign-in 8)
        if (named.filter(account -> !name.isOf(account.username()) || table.hasAny(account.id(), identity.issuer()))
                .isPresent()) {
            throw new IdentityRefusedException(Fault.CONFLICT, "login " + name + " is somebody else's there");
        }
        if (named.isEmpty() && !settings.makeLogins()) {
            throw new IdentityRefusedException(Fault.NO_ACCESS, "no login " + name);
        }
        return named;
    }

    private String unknown() {
        return Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString()));
    }
}
