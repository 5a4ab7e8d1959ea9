package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class StrangersSessionsTest {
    private final StrangersSessions sessions = new StrangersSessions();

    @Test
    void theOldestSessionWithoutALoginGoesFirst() {
        MockHttpSession signedIn = begin();
        signedIn.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl());
        MockHttpSession ended = begin();
        sessions.sessionDestroyed(new HttpSessionEvent(ended));
        var others = Stream.generate(this::begin).limit(StrangersSessions.MOST).toList();
        assertThat(others).noneMatch(MockHttpSession::isInvalid);
        MockHttpSession last = begin();
        assertThat(others.getFirst().isInvalid()).isTrue();
        assertThat(others.get(1).isInvalid()).isFalse();
        assertThat(last.isInvalid()).isFalse();
        assertThat(signedIn.isInvalid()).isFalse();
        assertThat(ended.isInvalid()).isFalse();
    }

    private MockHttpSession begin() {
        MockHttpSession session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
