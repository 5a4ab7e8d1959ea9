package dev.propusk.operation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.propusk.TestContracts;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.KeyScope;
import dev.propusk.security.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who signs in, who is refused, and what is not told of it. */
class SignInLogTest extends LoggedEvents {
    @Autowired
    SignInSteps steps;

    @Test
    void whoSignsInAndWhoIsRefusedIsTold() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        web.perform(formLogin("/login").user(owner).password(TestContracts.PASSWORD));
        assertThat(fields(one("account.signed-in", Level.INFO)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.contract", hotel.id().toString());
        web.perform(formLogin("/login").user(owner).password("a wrong password"));
        assertThat(fields(one("account.sign-in-refused", Level.WARN)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.address", "127.0.0.1")
                .containsEntry("propusk.reason", "wrong");
        assertSaysNone("a wrong password", TestContracts.PASSWORD);
    }

    @Test
    void whatACallerChoseBeginsNoLineAndTurnsNoWriting() {
        new LogLine("test")
                .with("name", "a\u0085b\u2028c\u202ed\u009be\nf")
                .write(LoggerFactory.getLogger(EventLog.class), org.slf4j.event.Level.INFO);
        assertThat(fields(one("test", Level.INFO))).containsEntry("propusk.name", "a b c d e f");
    }

    @Test
    void aPasswordTypedForALoginIsNotTold() throws Exception {
        web.perform(formLogin("/login").user(TestContracts.PASSWORD).password("x"));
        assertThat(fields(one("account.sign-in-refused", Level.WARN))).doesNotContainKey("propusk.username");
        assertSaysNone(TestContracts.PASSWORD);
    }

    @Test
    void guessingPasswordsIsToldAsSuch() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        for (int i = 0; i < 9; i++) {
            web.perform(formLogin("/login").user(owner).password("wrong " + i));
        }
        List<ILoggingEvent> refused = of("account.sign-in-refused");
        assertThat(refused).hasSize(9);
        assertThat(fields(refused.getLast())).containsEntry("propusk.reason", "too-many");
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void aWrongSecondFactorIsTold() {
        String owner = contracts.login(hotel, Role.OWNER);
        HalfSignedIn half = new HalfSignedIn(contracts.user(owner), false);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(half, null));
        assertThat(steps.give("246813")).isFalse();
        assertThat(fields(one("account.second-factor-refused", Level.WARN)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.reason", "wrong");
        assertSaysNone("246813");
    }

    @Test
    void aKeyThatOpensNothingIsTold() throws Exception {
        assertThat(call("/api/v1/quota", "pk_live_wrongwrongwrong")).isEqualTo(401);
        assertThat(fields(one("key.refused", Level.WARN)))
                .containsEntry("propusk.door", "api")
                .containsEntry("propusk.address", "127.0.0.1");
        lines.list.clear();
        String narrow = keys.of(hotel, KeyScope.TOKENS_READ);
        lines.list.clear();
        assertThat(post("/api/v1/tokens", narrow, "{\"count\":1,\"reuse\":\"SINGLE_USE\",\"days\":1}"))
                .isEqualTo(403);
        assertThat(fields(one("key.refused", Level.WARN)))
                .containsEntry("propusk.key", "Касса")
                .containsEntry("propusk.scope", "tokens:write");
        lines.list.clear();
        assertThat(post("/gateway/v1/connect", "gk_wrongwrongwrong", "{\"mac\":\"AC:DE:48:01:02:03\"}"))
                .isEqualTo(401);
        assertThat(fields(one("key.refused", Level.WARN))).containsEntry("propusk.door", "gateway");
        assertSaysNone("wrongwrongwrong", narrow, "AC:DE:48:01:02:03");
    }

    private int post(String path, String key, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
