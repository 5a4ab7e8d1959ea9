package dev.propusk.account.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.propusk.Look;
import dev.propusk.TestBrowser;
import dev.propusk.account.TestAuthenticator;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out by a provider of identities, in a real Chromium. */
class IdentityJourneyTest extends ByProvider {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#all")
    void aPersonComesInByTheProviderProvesItThereOnceMoreAndSignsOutOfBoth(Look look) {
        String name = somebody();
        provider.knows(name, ADMIN);
        try (TestBrowser browser = browser();
                BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            page.navigate(HERE + "/accounts");
            look.at(page, "login-identity");
            TestBrowser.press(page, look.says("Войти через свою организацию", "Sign in with your organisation"));
            signInThere(page, name);
            page.locator("vaadin-app-layout").waitFor();
            assertThat(page).hasURL(Pattern.compile(".*/accounts(\\?continue)?"));

            page.navigate(HERE + "/profile");
            assertThat(page.getByText(look.says("пароль меняют там", "the password is changed there")))
                    .isVisible();
            clock.advance(Duration.ofMinutes(16));
            TestBrowser.press(page, look.says("Включить", "Turn on"));
            look.at(page, "proof-identity");
            TestBrowser.press(page, look.says("Подтвердить через организацию", "Prove it at your organisation"));
            signInThere(page, name);
            assertThat(page).hasURL(HERE + "/profile");
            assertThat(page.getByText(look.says("Подтверждено.", "Confirmed."))).isVisible();
            TestBrowser.press(page, look.says("Включить", "Turn on"));
            assertThat(page.getByLabel(look.says("Шесть цифр из приложения", "Six digits from the app")))
                    .isVisible();

            page.locator("vaadin-menu-bar-button").first().click();
            page.locator("vaadin-menu-bar-item", new Page.LocatorOptions().setHasText(look.says("Выйти", "Sign out")))
                    .last()
                    .click();
            assertThat(page).hasURL(HERE + "/login");
            TestBrowser.press(page, look.says("Войти через свою организацию", "Sign in with your organisation"));
            page.waitForURL(url -> url.startsWith(provider.issuer()));
            assertThat(page.locator("input[name=password]")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#all")
    void whoIsNotLetInReadsWhyAndAnAdministratorAllowsTheContract(Look look) {
        Contract hotel = contracts.open();
        String owner = contracts.login(hotel, Role.OWNER);
        provider.knows(owner, role("hotel-owner", Map.of("contract", hotel.number())));
        String administrator = somebody();
        provider.knows(administrator, ADMIN);
        try (TestBrowser browser = browser();
                BrowserContext context = look.in(browser);
                BrowserContext theirs = look.in(browser)) {
            Page page = context.newPage();
            goIn(page, look, owner);
            assertThat(page.locator("h1")).hasText(look.says("Войти не получилось", "Could not sign in"));
            look.at(page, "identity-refused");

            Page admin = theirs.newPage();
            goIn(admin, look, administrator);
            admin.locator("vaadin-app-layout").waitFor();
            admin.navigate(HERE + "/customers?contract=" + hotel.number());
            admin.locator("vaadin-checkbox label").click();
            assertThat(admin.locator("vaadin-checkbox input")).isChecked();
            look.at(admin, "identity-allowed");

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(look.says("Перейти ко входу", "Go to sign-in")))
                    .click();
            goIn(page, look, owner);
            page.locator("vaadin-app-layout").waitFor();
            Assertions.assertThat(contracts.user(owner).role()).isEqualTo(Role.OWNER);
            Assertions.assertThat(journal("account.signed-in", owner)).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void aPasskeyOpensNothingForWhomTheProviderAloneSignsIn(Look look, @Autowired FailureCounts failures) {
        String name = somebody();
        provider.knows(name, ADMIN);
        try (TestBrowser browser = browser();
                BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            TestAuthenticator.plugInto(context, page);
            goIn(page, look, name);
            page.locator("vaadin-app-layout").waitFor();
            TestAuthenticator.give(page, look, "ноутбук");
            TestAuthenticator.isRefused(context, page, look);
            failures.tell();
            Assertions.assertThat(journal("account.sign-in-closed", name)).isOne();
        }
    }

    private void goIn(Page page, Look look, String name) {
        page.navigate(HERE + "/login");
        TestBrowser.press(page, look.says("Войти через свою организацию", "Sign in with your organisation"));
        page.waitForURL(url -> !url.equals(HERE + "/login"));
        if (page.url().startsWith(provider.issuer())) {
            signInThere(page, name);
        }
    }

    private void signInThere(Page page, String name) {
        page.waitForURL(url -> url.startsWith(provider.issuer()));
        TestBrowser.enter(page, name, TestProvider.PASSWORD);
        page.waitForURL(url -> url.startsWith(HERE));
    }

    private TestBrowser browser() {
        return new TestBrowser("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port);
    }
}
