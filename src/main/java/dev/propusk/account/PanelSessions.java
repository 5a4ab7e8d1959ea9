package dev.propusk.account;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.propusk.security.PanelSession;
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
 * The panel's open pages on this node: those whose session is no longer to be let in are closed, at once where that was done
 * on this node, else within seconds.
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
            endOutdated(session -> session.user().account().equals(event.account()));
        }
    }

    @Job(value = "panel-sessions", every = "${propusk.session-check-interval}")
    void endOutdated() {
        endOutdated(session -> true);
    }

    private void endOutdated(Predicate<PanelSession> asked) {
        Map<VaadinSession, PanelSession> known = new HashMap<>();
        sessions.forEach(page -> session(page).filter(asked).ifPresent(session -> known.put(page, session)));
        Predicate<PanelSession> isCurrent = signedIn.current(known.values());
        known.forEach((page, session) -> {
            if (!isCurrent.test(session)) {
                var _ = page.access(() -> end(page));
            }
        });
    }

    /** Looked at again under the session's lock: its person may just have changed their own password in it. */
    private void end(VaadinSession page) {
        if (session(page)
                .filter(session -> !signedIn.current(List.of(session)).test(session))
                .isPresent()) {
            WrappedSession http = page.getSession();
            page.close();
            http.invalidate();
        }
    }

    private static Optional<PanelSession> session(VaadinSession page) {
        try {
            WrappedSession http = page.getSession();
            Object context = http == null
                    ? null
                    : http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            return context instanceof SecurityContext known
                    ? PanelSession.of(known.getAuthentication())
                    : Optional.empty();
        } catch (IllegalStateException e) {
            // it ended meanwhile
            return Optional.empty();
        }
    }
}
