package dev.propusk.account.identity;

import dev.propusk.account.AccountRepository;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may sign in by password or passkey where the provider of identities is to vouch for people (sign-in 15). */
@Component
public class LocalSignIn {
    private final IdentitySettings settings;
    private final AccountRepository accounts;
    private final Clock clock;

    LocalSignIn(IdentitySettings settings, AccountRepository accounts, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Roles that may not. */
    public Set<Role> closed() {
        return settings.only();
    }

    /** Whether this login may; one that {@code reset-admin} has let in may for a day. */
    public boolean isOpenTo(PanelUser user) {
        return !settings.only().contains(user.role())
                || accounts.findOwnById(user.account())
                        .filter(account -> account.isLetInLocally(clock.instant()))
                        .isPresent();
    }
}
