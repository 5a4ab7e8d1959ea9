package dev.propusk.account;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignedIn;
import dev.propusk.work.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The panel's open pages on this node: those whose login was disabled, or got another password or role, are closed, at once
 * where that was done on this node, else within seconds.
 */
@Component
class PanelSessions implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient SignedIn signedIn;
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    PanelSessions(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> opened(init.getSession()));
        event.getSource().addSessionDestroyListener(gone -> sessions.remove(gone.getSession()));
    }

    void opened(VaadinSession session) {
        sessions.add(session);
    }

    @TransactionalEventListener
    void accountChanged(AccountChanged event) {
        if (event.change().endsSessions()) {
            endOutdated(user -> user.account().equals(event.account()));
        }
    }

    @Job(value = "panel-sessions", every = "${propusk.session-check-interval}")
    void endOutdated() {
        endOutdated(user -> true);
    }

    private void endOutdated(Predicate<PanelUser> asked) {
        Map<VaadinSession, PanelUser> users = new HashMap<>();
        sessions.forEach(session -> user(session).filter(asked).ifPresent(user -> users.put(session, user)));
        Predicate<PanelUser> isCurrent = signedIn.current(users.values());
        users.forEach((session, user) -> {
            if (!isCurrent.test(user)) {
                var _ = session.access(() -> end(session));
            }
        });
    }

    /** Looked at again under the session's lock: its person may just have changed their own password in it. */
    private void end(VaadinSession session) {
        if (user(session)
                .filter(user -> !signedIn.current(List.of(user)).test(user))
                .isPresent()) {
            WrappedSession http = session.getSession();
            session.close();
            http.invalidate();
        }
    }

    private static Optional<PanelUser> user(VaadinSession session) {
        try {
            WrappedSession http = session.getSession();
            Object context = http == null
                    ? null
                    : http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            return context instanceof SecurityContext known
                    ? Optional.ofNullable(known.getAuthentication())
                            .flatMap(authentication -> PanelUser.of(authentication.getPrincipal()))
                    : Optional.empty();
        } catch (IllegalStateException e) {
            // it ended meanwhile
            return Optional.empty();
        }
    }
}
