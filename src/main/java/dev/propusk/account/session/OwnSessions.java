package dev.propusk.account.session;

import dev.propusk.account.AccountChanged;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.AccountRepository;
import dev.propusk.data.Atomic;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignInDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Service;

/** What everybody sees of their own sessions: where they are open, and how to end one of them from here. */
@Service
public class OwnSessions {
    private final OpenSessions sessions;
    private final AccountRepository accounts;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    OwnSessions(
            OpenSessions sessions,
            AccountRepository accounts,
            CurrentUser currentUser,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.events = events;
    }

    @PreAuthorize("hasAnyRole('OWNER', 'OPERATOR', 'SUPPORT', 'ADMIN')")
    public List<Open> list() {
        Optional<UUID> here = SignInDetails.current().map(SignInDetails::session);
        return sessions.of(account(), here.orElse(null));
    }

    /** Within seconds nobody works there any more; a session of somebody else stays as it is. */
    @PreAuthorize("hasAnyRole('OWNER', 'OPERATOR', 'SUPPORT', 'ADMIN')")
    @Atomic
    public void end(UUID session) {
        if (sessions.end(account(), session)) {
            accounts.findOwnById(account())
                    .ifPresent(account -> events.publishEvent(AccountChanged.of(account, Change.SESSION_ENDED)));
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof PanelUser user
                && event.getAuthentication().getDetails() instanceof SignInDetails details) {
            sessions.end(user.account(), details.session());
        }
    }

    private UUID account() {
        return currentUser
                .panelUser()
                .map(PanelUser::account)
                .orElseThrow(() -> new AccessDeniedException("No login is signed in"));
    }
}
