package dev.propusk.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.propusk.Look;
import dev.propusk.PropuskTest;
import dev.propusk.TestBrowser;
import dev.propusk.TestContracts;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys, in a real Chromium with the authenticator that it brings for tests. */
@PropuskTest
class PasskeyJourneyTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    FactorDemands demands;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void aPasskeySignsInWithoutAPasswordAndStandsInForASecondFactor(Look look) {
        Contract hotel = contracts.open();
        String owner = contracts.login(hotel, Role.OWNER);
        try (TestBrowser browser = browser();
                BrowserContext context = look.in(browser)) {
            Page page = withPasskey(context, look, owner, "стойка");
            look.at(page, "profile-passkey");
            Assertions.assertThat(journal("account.passkey-added")).isPositive();

            context.clearCookies();
            page.navigate(TestAuthenticator.ADDRESS + "/login");
            look.at(page, "login-passkey");
            TestBrowser.press(page, look.says("Войти с ключом входа", "Sign in with a passkey"));
            page.locator("vaadin-app-layout").waitFor();

            contracts.asOwner(hotel, () -> {
                demands.demand(hotel.id(), true);
                return true;
            });
            context.clearCookies();
            signIn(page, owner);
            assertThat(page.locator("h1")).hasText(look.says("Ваш ключ входа", "Your passkey"));
            TestBrowser.press(page, look.says("Использовать ключ входа", "Use a passkey"));
            page.locator("vaadin-app-layout").waitFor();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void aPasskeyThatWasTakenAwayOrWhoseLoginIsDisabledOpensNothing(Look look) {
        Contract hotel = contracts.open();
        String operator = contracts.login(hotel, Role.OPERATOR);
        try (TestBrowser browser = browser();
                BrowserContext context = look.in(browser)) {
            Page page = withPasskey(context, look, operator, "телефон");
            enable(operator, false);
            TestAuthenticator.isRefused(context, page, look);
            enable(operator, true);
            jdbc.sql("delete from account_passkey where account_id = ?")
                    .param(contracts.user(operator).account())
                    .update();
            TestAuthenticator.isRefused(context, page, look);
        }
    }

    private void enable(String login, boolean enabled) {
        jdbc.sql("update account set enabled = ? where username = ?")
                .params(enabled, login)
                .update();
    }

    /** A page of this login, whose device has just been given a passkey. */
    private static Page withPasskey(BrowserContext context, Look look, String login, String label) {
        Page page = context.newPage();
        TestAuthenticator.plugInto(context, page);
        signIn(page, login);
        page.locator("vaadin-app-layout").waitFor();
        TestAuthenticator.give(page, look, label);
        return page;
    }

    private TestBrowser browser() {
        return new TestBrowser("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port);
    }

    private int journal(String action) {
        return jdbc.sql("select count(*) from journal where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private static void signIn(Page page, String login) {
        page.navigate(TestAuthenticator.ADDRESS + "/login");
        TestBrowser.enter(page, login, TestContracts.PASSWORD);
        page.waitForURL(url -> !url.endsWith("/login"));
    }
}
