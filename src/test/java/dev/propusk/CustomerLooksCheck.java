package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.Role;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every view and dialog of a customer's panel in each language, light and width, to be looked at by people: pictures in
 * {@code target/screenshots/customer}. Takes minutes, so not among the other tests; only what
 * {@code -Dpropusk.only=token} names (as the pictures begin) and {@code -Dpropusk.languages=ru.*} matches.
 */
@PropuskTest
class CustomerLooksCheck {
    private static final String ONLY = System.getProperty("propusk.only", "");
    private static final String LANGUAGES = System.getProperty("propusk.languages", ".*");

    private static TestBrowser browser;
    private static Contract none;
    private static Contract few;
    private static Contract many;
    private static Contract veryMany;
    private static Contract suspended;

    @Autowired
    Texts texts;

    @Autowired
    TestContracts contracts;

    @LocalServerPort
    int port;

    private final List<String> findings = new ArrayList<>();
    private String language = "";

    @BeforeAll
    static void startTheBrowser(
            @Autowired TestContracts test,
            @Autowired Contracts contracts,
            @Autowired Generation generation,
            @Autowired Issuing issuing,
            @Autowired Activation activation,
            @Autowired Annulments ending,
            @Autowired JdbcClient jdbc) {
        browser = new TestBrowser();
        CustomerData data = new CustomerData(test, contracts, generation, issuing, activation, ending, jdbc);
        none = data.none();
        few = data.few();
        many = data.many();
        veryMany = data.veryMany();
        suspended = data.suspended();
    }

    @AfterAll
    static void stopTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru-RU", "en-US"})
    void everythingIsSeen(String spoken) {
        Assumptions.assumeTrue(spoken.matches(LANGUAGES));
        language = spoken;
        as("out", null, Role.OWNER, this::signedOut);
        as("none", none, Role.OWNER, this::nothingYet);
        as("token", few, Role.OWNER, TokenLooks::oneToken);
        as("forms", few, Role.OWNER, TokenLooks::forms);
        as("many", many, Role.OPERATOR, TokenLooks::many);
        as("very-many", veryMany, Role.OWNER, looks -> looks.visit("tokens", "very-many"));
        as("suspended", suspended, Role.OWNER, looks -> looks.visit("tokens", "suspended"));
        as("views", few, Role.OWNER, this::otherViews);
        as("frame", few, Role.OWNER, this::frame);
        as("away", few, Role.OWNER, this::awayAndEnded);
        assertThat(findings).isEmpty();
    }

    private void signedOut(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("login", "out-login");
        looks.visit("login?error", "out-login-error");
        page.navigate(looks.address("welcome/no-such-link"));
        page.locator("h1").first().waitFor();
        looks.picture("out-welcome-outdated");
        page.navigate(looks.address("sheet.pdf?id=zz"));
        page.locator("input[name=username]").waitFor();
        looks.picture("out-no-sheet");
    }

    private void nothingYet(CustomerPage looks) {
        looks.visit("tokens", "none-tokens");
        looks.visit("tokens?q=zz", "none-tokens-filtered");
        looks.visit("start", "none-start");
        looks.visit("statistics", "none-statistics");
        looks.visit("sessions", "none-sessions");
        looks.visit("journal?q=zz", "none-journal");
    }

    private void otherViews(CustomerPage looks) {
        Page page = looks.page();
        for (String view : List.of(
                "start",
                "statistics",
                "sheet-settings",
                "network",
                "accounts",
                "profile",
                "guest-page",
                "sessions",
                "api-keys",
                "events",
                "journal")) {
            looks.visit(view, "views-" + view);
        }
        looks.visit("accounts", "views-accounts-again");
        looks.press(page.locator(".page-header"), "account.invite");
        looks.picture("views-invite");
        looks.visit("api-keys", "views-keys-again");
        looks.press(page.locator("vaadin-app-layout"), "key.make");
        looks.picture("views-key");
        looks.visit("no-such-page", "views-not-found");
    }

    private void frame(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("tokens", "frame");
        page.locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item").nth(1).waitFor();
        looks.picture("frame-user-menu");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        page.locator(".keys").waitFor();
        looks.picture("frame-keys");
        page.keyboard().press("Escape");
        looks.narrow();
        page.locator("vaadin-drawer-toggle").click();
        page.waitForTimeout(600);
        TestBrowser.picture(page, "customer/frame-menu-" + language);
    }

    private void awayAndEnded(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("tokens", "away");
        page.evaluate("localStorage.setItem('propusk-active', Date.now() - 3540000)");
        page.locator("vaadin-dialog vaadin-button").last().waitFor();
        looks.picture("away-still-there");
        page.keyboard().press("Escape");
        page.route("**/*v-r=uidl*", route -> {
            page.waitForTimeout(3_000);
            route.resume();
        });
        page.locator(".state-tabs vaadin-button").nth(3).click();
        page.waitForTimeout(1_500);
        looks.picture("away-slow");
        page.unroute("**/*v-r=uidl*");
        page.waitForTimeout(3_000);
        page.context().setOffline(true);
        page.locator(".state-tabs vaadin-button").nth(1).click();
        page.waitForTimeout(4_000);
        looks.picture("away-offline");
        page.context().setOffline(false);
        page.waitForTimeout(7_000);
        looks.picture("away-back");
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl(looks.address(""))));
        page.locator(".state-tabs vaadin-button").nth(2).click();
        page.waitForTimeout(2_000);
        looks.picture("away-session-ended");
    }

    private void as(String part, @Nullable Contract contract, Role role, Consumer<CustomerPage> journey) {
        if (!ONLY.isEmpty() && !part.startsWith(ONLY) && !ONLY.startsWith(part)) {
            return;
        }
        try (BrowserContext context = browser.context(language, 1280, ColorScheme.LIGHT)) {
            context.setDefaultTimeout(20_000);
            Page page = contract == null
                    ? context.newPage()
                    : TestBrowser.open(context, address("profile"), contracts.login(contract, role));
            see(part, new CustomerPage(page, address(""), texts, language, findings), journey);
        }
    }

    /** What can't be reached keeps nobody from seeing the rest. */
    private void see(String part, CustomerPage looks, Consumer<CustomerPage> journey) {
        try {
            journey.accept(looks);
        } catch (RuntimeException | AssertionError e) {
            findings.add(language + " " + part + ": " + e);
            TestBrowser.picture(looks.page(), "customer/broken-" + part + "-" + language);
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
