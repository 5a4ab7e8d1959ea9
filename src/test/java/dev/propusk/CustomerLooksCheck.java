package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
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
import java.util.Locale;
import java.util.Set;
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
    /** Where what axe-core finds is within Vaadin's own calendar and menu. */
    private static final Set<String> OPEN_OVERLAYS = Set.of("forms-issue-departure", "frame-user-menu");

    private static final String ONLY = System.getProperty("propusk.only", "");
    private static final String LANGUAGES = System.getProperty("propusk.languages", ".*");
    private static final Set<Look> CHECKED =
            Set.of(new Look("ru-RU", 1280, ColorScheme.LIGHT), new Look("en-US", 360, ColorScheme.DARK));
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
    private Page page;

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
        as("token", few, Role.OWNER, this::oneToken);
        as("forms", few, Role.OWNER, this::forms);
        as("many", many, Role.OPERATOR, this::many);
        as("very-many", veryMany, Role.OWNER, page -> visit("tokens", "very-many"));
        as("suspended", suspended, Role.OWNER, page -> visit("tokens", "suspended"));
        as("views", few, Role.OWNER, this::otherViews);
        as("frame", few, Role.OWNER, this::frame);
        as("away", few, Role.OWNER, this::awayAndEnded);
        assertThat(findings).isEmpty();
    }

    private void signedOut(Page page) {
        visit("login", "out-login");
        visit("login?error", "out-login-error");
        page.navigate(address("welcome/no-such-link"));
        page.locator("h1").first().waitFor();
        picture("out-welcome-outdated");
        page.navigate(address("sheet.pdf?id=zz"));
        page.locator("input[name=username]").waitFor();
        picture("out-no-sheet");
    }

    private void nothingYet(Page page) {
        visit("tokens", "none-tokens");
        visit("tokens?q=zz", "none-tokens-filtered");
        visit("start", "none-start");
        visit("statistics", "none-statistics");
        visit("sessions", "none-sessions");
        visit("journal?q=zz", "none-journal");
    }

    private void oneToken(Page page) {
        visit("tokens", "token-list");
        openToken("state=unused", "token-unused");
        page.locator(".field-and-button input").fill("zz");
        page.keyboard().press("Enter");
        page.locator(".field-and-button [invalid]").first().waitFor();
        picture("token-unused-wrong-mac");
        press(page.locator(".token-actions"), "token.action.delete");
        confirmation("token-delete-unused");
        openToken("q=B-4711", "token-issued");
        openToken("state=active&reuse=single-use", "token-active");
        press(page.locator(".token-actions"), "token.action.annul");
        confirmation("token-annul");
        press(page.locator(".token-actions"), "token.action.delete");
        confirmation("token-delete-active");
        openToken("state=active&reuse=multi-use", "token-of-many");
        press(page.locator(".token-actions"), "token.action.annul-all");
        confirmation("token-annul-all");
        page.locator(".history").scrollIntoViewIfNeeded();
        page.locator("vaadin-dialog p").last().scrollIntoViewIfNeeded();
        picture("token-of-many-below");
        openToken("state=annulled", "token-annulled");
    }

    private void forms(Page page) {
        visit("tokens", "forms");
        press(page.locator(".page-actions"), "token.issue");
        page.locator(".token-form").waitFor();
        picture("forms-issue");
        page.locator(".stay input").click();
        page.waitForTimeout(600);
        picture("forms-issue-departure");
        page.keyboard().press("Escape");
        page.locator(".term-field vaadin-integer-field input").fill("99");
        press(footer(), "token.issue.button");
        picture("forms-issue-wrong");
        page.locator(".term-field vaadin-integer-field input").fill("5");
        page.locator(".label-fields input").first().fill("№ 14");
        press(footer(), "token.issue.button");
        page.locator(".large-codes").waitFor();
        picture("forms-issued");
        press(footer(), "token.close");
        press(page.locator(".page-actions"), "token.generate");
        page.locator(".count-field").waitFor();
        picture("forms-generate");
        picture("forms-generate-below", () -> page.locator(".label-fields").scrollIntoViewIfNeeded());
        page.locator(".count-field vaadin-integer-field input").fill("0");
        press(footer(), "token.generate");
        page.locator(".count-field").scrollIntoViewIfNeeded();
        picture("forms-generate-wrong");
        page.locator(".count-field vaadin-integer-field input").fill("7");
        press(footer(), "token.generate");
        page.locator(".large-codes").waitFor();
        picture("forms-generated");
        press(footer(), "token.close");
        picture("forms-fresh");
    }

    private void many(Page page) {
        visit("tokens", "many");
        page.locator(".sheet-menu vaadin-button").click();
        page.locator(".sheet-choices a").first().waitFor();
        picture("many-which-sheet");
        page.keyboard().press("Escape");
        page.locator("vaadin-grid.tokens vaadin-checkbox").nth(1).click();
        page.locator("vaadin-grid.tokens vaadin-checkbox").nth(3).click();
        page.locator(".selection-bar").waitFor();
        picture("many-selected");
        visit("tokens?state=active&sort=-expires", "many-active");
        visit("tokens?reuse=single-use&from=2026-01-01&q=этаж", "many-filters");
        visit("tokens?q=zz", "many-nothing-found");
        narrow();
        page.locator(".filters-button").click();
        picture("many-filters-open");
    }

    private void otherViews(Page page) {
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
            visit(view, "views-" + view);
        }
        visit("accounts", "views-accounts-again");
        press(page.locator(".page-header"), "account.invite");
        picture("views-invite");
        visit("api-keys", "views-keys-again");
        press(page.locator("vaadin-app-layout"), "key.make");
        picture("views-key");
        visit("no-such-page", "views-not-found");
    }

    private void frame(Page page) {
        visit("tokens", "frame");
        page.locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item").nth(1).waitFor();
        picture("frame-user-menu");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        page.locator(".keys").waitFor();
        picture("frame-keys");
        page.keyboard().press("Escape");
        narrow();
        page.locator("vaadin-drawer-toggle").click();
        page.waitForTimeout(600);
        TestBrowser.picture(page, "customer/frame-menu-" + language);
    }

    private void awayAndEnded(Page page) {
        visit("tokens", "away");
        page.evaluate("localStorage.setItem('propusk-active', Date.now() - 3540000)");
        page.locator("vaadin-dialog vaadin-button").last().waitFor();
        picture("away-still-there");
        page.keyboard().press("Escape");
        page.route("**/*v-r=uidl*", route -> {
            page.waitForTimeout(3_000);
            route.resume();
        });
        page.locator(".state-tabs vaadin-button").nth(3).click();
        page.waitForTimeout(1_500);
        picture("away-slow");
        page.unroute("**/*v-r=uidl*");
        page.waitForTimeout(3_000);
        page.context().setOffline(true);
        page.locator(".state-tabs vaadin-button").nth(1).click();
        page.waitForTimeout(4_000);
        picture("away-offline");
        page.context().setOffline(false);
        page.waitForTimeout(7_000);
        picture("away-back");
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl(address(""))));
        page.locator(".state-tabs vaadin-button").nth(2).click();
        page.waitForTimeout(2_000);
        picture("away-session-ended");
    }

    private void as(String part, @Nullable Contract contract, Role role, Consumer<Page> journey) {
        if (!ONLY.isEmpty() && !part.startsWith(ONLY) && !ONLY.startsWith(part)) {
            return;
        }
        try (BrowserContext context = browser.context(language, 1280, ColorScheme.LIGHT)) {
            context.setDefaultTimeout(20_000);
            page = contract == null
                    ? context.newPage()
                    : TestBrowser.open(context, address("profile"), contracts.login(contract, role));
            see(part, journey);
        }
    }

    /** What can't be reached keeps nobody from seeing the rest. */
    private void see(String part, Consumer<Page> journey) {
        try {
            journey.accept(page);
        } catch (RuntimeException | AssertionError e) {
            findings.add(language + " " + part + ": " + e);
            TestBrowser.picture(page, "customer/broken-" + part + "-" + language);
        }
    }

    private void visit(String path, String name) {
        page.navigate(address(path));
        page.locator("h1, [part=brand]").first().waitFor();
        picture(name);
    }

    private void openToken(String filter, String name) {
        page.navigate(address("tokens?" + filter));
        page.locator("vaadin-grid.tokens a.code").first().click();
        page.locator("vaadin-dialog .history").waitFor();
        picture(name);
    }

    private Locator footer() {
        return page.locator("vaadin-dialog").last();
    }

    private void confirmation(String name) {
        Locator buttons = page.locator("vaadin-confirm-dialog vaadin-button");
        buttons.last().waitFor();
        picture(name);
        press(page.locator("vaadin-confirm-dialog"), "cancel");
        buttons.last().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private void press(Locator within, String key) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(texts.get(Locale.forLanguageTag(language), key))
                                .setExact(true))
                .last()
                .click();
    }

    private void narrow() {
        resize(360, 740);
    }

    /** A page tells of its new width when it has had it for a while. */
    private void resize(int width, int height) {
        if (page.viewportSize().width != width) {
            page.setViewportSize(width, height);
            page.waitForTimeout(600);
        }
    }

    /** In the light and in the dark, wide and narrow, without opening it again. */
    private void picture(String name) {
        picture(name, () -> {});
    }

    /** @param before what is to be done at each width again */
    private void picture(String name, Runnable before) {
        Look.all().filter(look -> look.locale().equals(language)).forEach(look -> {
            resize(look.width(), look.width() == 360 ? 740 : 800);
            before.run();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
            page.waitForTimeout(250);
            TestBrowser.picture(page, "customer/" + name + "-" + look.name());
            check(look, name);
        });
        page.setViewportSize(1280, 800);
    }

    private void check(Look look, String name) {
        if (page.content().contains("!ru:") || page.content().contains("!en:")) {
            findings.add(look.name() + " " + name + ": an untranslated text");
        }
        if (TestBrowser.scrollsSideways(page)) {
            findings.add(look.name() + " " + name + ": scrolls sideways");
        }
        if (CHECKED.contains(look) && !OPEN_OVERLAYS.contains(name)) {
            TestBrowser.seriousFindings(page).forEach(found -> findings.add(look.name() + " " + name + ": " + found));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
