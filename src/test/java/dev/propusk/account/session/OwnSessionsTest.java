package dev.propusk.account.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestWeb;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelSession;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import dev.propusk.security.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** How sessions end that nobody's page ends. */
@PropuskTest
class OwnSessionsTest {
    /** Where an operator gets 409, nothing to print, and whoever is not signed in is sent away. */
    private static final String PAGE = "/sheet.pdf";

    @Autowired
    OwnSessions sessions;

    @Autowired
    SignedIn signedIn;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    private MockMvc web;
    private String login;

    @BeforeEach
    void openAContract() {
        Contract hotel = contracts.open();
        login = contracts.login(hotel, Role.OPERATOR);
        web = TestWeb.of(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSessionThatNobodyIsAtEndsWhateverItsPageSendsByItself() throws Exception {
        MockHttpSession session = session(login);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(20));
            web.perform(get("/?v-r=heartbeat").session(session));
            web.perform(get("/?a=1&v-r=push&b").session(session));
        }
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void aSessionGoesOnWhileSomebodyIsAtItAndEndsAfterADayAllTheSame() throws Exception {
        MockHttpSession session = session(login);
        for (int i = 0; i < 23; i++) {
            clock.advance(Duration.ofHours(1));
            assertThat(isOpen(session)).as("after %d hours", i + 1).isTrue();
        }
        clock.advance(Duration.ofHours(1));
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void aPersonSeesTheirSessionsAndEndsOneFromAnother() throws Exception {
        MockHttpSession here = session(login);
        clock.advance(Duration.ofMinutes(1));
        MockHttpSession there = session(login);
        become(here);
        List<Open> open = sessions.list();
        assertThat(open).extracting(Open::isThis).containsExactly(false, true);
        assertThat(open).extracting(Open::address).containsOnly("127.0.0.1");
        sessions.end(open.getFirst().id());
        assertThat(sessions.list()).extracting(Open::isThis).containsExactly(true);
        assertThat(isOpen(there)).isFalse();
        assertThat(isOpen(here)).isTrue();
        assertThat(journal("account.session-ended")).isOne();
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() throws Exception {
        MockHttpSession session = session(login);
        UUID id = details(session).session();
        become(session(contracts.login(contracts.open(), Role.OWNER)));
        sessions.end(id);
        assertThat(isOpen(session)).isTrue();
        assertThat(journal("account.session-ended")).isZero();
    }

    @Test
    void whoeverSignsOutIsNoLongerInTheList() throws Exception {
        MockHttpSession there = session(login);
        MockHttpSession here = session(login);
        web.perform(post("/logout").session(there).with(csrf()));
        become(here);
        assertThat(sessions.list()).extracting(Open::isThis).containsExactly(true);
    }

    @Test
    void whoHasOnlyGivenTheirPasswordDoesTheRestWithinHalfAnHour() {
        PanelSession half = new PanelSession(contracts.user(login), null, false, clock.instant());
        clock.advance(Duration.ofMinutes(30));
        assertThat(signedIn.current(List.of(half)).test(half)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signedIn.current(List.of(half)).test(half)).isFalse();
    }

    private int journal(String action) {
        return jdbc.sql("select count(*) from journal where subject = ? and action = ?")
                .params(contracts.user(login).account(), action)
                .query(Integer.class)
                .single();
    }

    private MockHttpSession session(String username) throws Exception {
        return (MockHttpSession) web.perform(formLogin("/login").user(username).password(TestContracts.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private boolean isOpen(MockHttpSession session) throws Exception {
        SecurityContextHolder.clearContext();
        return web.perform(get(PAGE).session(session)).andReturn().getResponse().getStatus() != 302;
    }

    private static SecurityContext context(MockHttpSession session) {
        return (SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
    }

    private static SignInDetails details(MockHttpSession session) {
        Authentication signedIn = Objects.requireNonNull(context(session).getAuthentication());
        return (SignInDetails) Objects.requireNonNull(signedIn.getDetails());
    }

    private static void become(MockHttpSession session) {
        SecurityContextHolder.setContext(context(session));
    }
}
