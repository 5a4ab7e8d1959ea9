package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.server.WrappedSession;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.security.PanelSession;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import dev.propusk.security.SignedIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class PanelSessionsTest {
    private final List<Collection<PanelSession>> asked = new ArrayList<>();
    private final SignedIn everybody = new SignedIn() {
        @Override
        public Predicate<PanelSession> current(Collection<PanelSession> sessions) {
            asked.add(List.copyOf(sessions));
            return session -> true;
        }

        @Override
        public void seen(SignInDetails details) {
            throw new UnsupportedOperationException();
        }
    };
    private final PanelSessions sessions = new PanelSessions(everybody);

    @Test
    void allWhoAreSignedInAreAskedForAtOnce() {
        for (int i = 0; i < 50; i++) {
            open(user());
        }
        sessions.endOutdated();

        assertThat(asked).singleElement().satisfies(users -> assertThat(users).hasSize(50));
    }

    @Test
    void whatHappensToOneLoginIsAskedOfItsSessionsAlone() {
        PanelUser owner = user();
        open(owner);
        open(owner);
        open(user());
        sessions.accountChanged(changed(owner, Change.PASSWORD_CHANGED));

        assertThat(asked)
                .singleElement()
                .satisfies(users -> assertThat(users)
                        .extracting(PanelSession::user)
                        .hasSize(2)
                        .containsOnly(owner));
    }

    @Test
    void whatEndsNoSessionAsksNobody() {
        PanelUser owner = user();
        open(owner);
        sessions.accountChanged(changed(owner, Change.RECOVERY_CODE_USED));
        sessions.accountChanged(changed(owner, Change.SIGNED_IN));

        assertThat(asked).isEmpty();
    }

    private static PanelUser user() {
        return new PanelUser(UUID.randomUUID(), "admin", "", Role.ADMIN, null, true, 0);
    }

    private static AccountChanged changed(PanelUser user, Change change) {
        return new AccountChanged(null, user.account(), user.getUsername(), change, null);
    }

    private void open(PanelUser user) {
        MockHttpSession http = new MockHttpSession();
        http.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities())));
        sessions.opened(new SignedInPage(http));
    }

    private static class SignedInPage extends VaadinSession {
        private static final long serialVersionUID = 1;

        private final transient WrappedSession http;

        SignedInPage(MockHttpSession http) {
            super(null);
            this.http = new WrappedHttpSession(http);
        }

        @Override
        public WrappedSession getSession() {
            return http;
        }
    }
}
