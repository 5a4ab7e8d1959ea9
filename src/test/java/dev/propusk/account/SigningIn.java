package dev.propusk.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestWeb;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.signin.PanelSignIn;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelSession;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Logins of a contract and of the provider, and their ways to sign in. */
@PropuskTest
abstract class SigningIn {
    static final String PASSWORD = "четыре слова подряд";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountList list;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SignInSteps steps;

    @Autowired
    FactorDemands demands;

    @Autowired
    PanelSignIn signIn;

    @Autowired
    CurrentAccounts current;

    @Autowired
    WebApplicationContext context;

    Contract hotel;

    MockMvc web;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        web = TestWeb.of(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    boolean isCurrent(PanelUser user) {
        PanelSession session = new PanelSession(user, null, true, null);
        return current.current(List.of(session)).test(session);
    }

    <T> T asOwner(Supplier<T> event) {
        return contracts.asOwner(hotel, event);
    }

    static boolean done(Runnable event) {
        event.run();
        return true;
    }

    UUID id(Role role) {
        return contracts.user(contracts.login(hotel, role)).account();
    }

    Authentication signIn(String username, String password, String address) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return signIn.authenticate(attempt);
    }

    static void become(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    static Object principal() {
        Authentication signedIn =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return Objects.requireNonNull(signedIn.getPrincipal());
    }

    String code(TotpSecret secret) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret.bytes(), "HmacSHA1"), clock.instant());
    }

    MockHttpSession session(String login) throws Exception {
        return (MockHttpSession) web.perform(formLogin("/login").user(login).password(TestContracts.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
