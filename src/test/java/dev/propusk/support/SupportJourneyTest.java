package dev.propusk.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.Look;
import dev.propusk.PropuskTest;
import dev.propusk.TestBrowser;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.AccountAdministration;
import dev.propusk.contract.Accounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import dev.propusk.token.Activation;
import dev.propusk.token.Ending;
import dev.propusk.token.Generation;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenOrder;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page of owners, support and administrators in a real Chromium: whole, accessible (axe-core) and as wide as the
 * screen, with pictures in {@code target/screenshots}; both languages, light and dark, wide and narrow.
 */
@PropuskTest
class SupportJourneyTest {
    private static final String PASSWORD = "четыре слова подряд";
    private static TestBrowser browser;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Ending ending;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountAdministration administration;

    @LocalServerPort
    int port;

    private Contract hotel;
    private Token token;
    private final MacAddress device = TestContracts.device();

    @BeforeAll
    static void startTheBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenOrder(2, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), device);
        Token till = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenOrder(1, Reuse.MULTI_USE, Term.UNLIMITED, "касса", null))
                        .tokens()
                        .getFirst());
        Token gone = activation.activate(hotel.id(), till.code(), device);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), gone.id(), false));
    }

    /** All of them by {@code -Dpropusk.all-looks=true}. */
    static Stream<Look> looks() {
        return Boolean.getBoolean("propusk.all-looks") ? Look.all() : Look.two();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsWhole(Look look) {
        visitAll(look);
    }

    private void visitAll(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER), TestContracts.PASSWORD);
            visit(page, look, "accounts", "accounts-owner");
            page.locator("vaadin-grid-cell-content")
                    .getByText(contracts.login(hotel, Role.OPERATOR))
                    .first()
                    .click();
            page.locator("dl.facts").first().waitFor();
            look(page, look, "account-dialog");
            visit(page, look, "network", "network");
            visit(page, look, "profile", "profile");
            visit(page, look, "journal", "journal-owner");
        }
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.support(), TestContracts.PASSWORD);
            visit(page, look, "support?q=" + device, "support-empty");
            page.getByLabel(look.isRussian() ? "Основание" : "Reason").fill("№ 17");
            press(page, look.isRussian() ? "Найти" : "Find");
            assertThat(page.locator(".answer"))
                    .containsText(token.code().grouped().substring(0, 3));
            look(page, look, "support-answer");
            visit(page, look, "why?mac=" + device + "&code=" + token.code().value(), "why");
            visit(page, look, "certificates", "certificates");
            visit(page, look, "journal", "journal-support");
        }
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.administrator(), TestContracts.PASSWORD);
            visit(page, look, "contracts?q=" + hotel.number(), "contracts");
            page.locator("vaadin-grid-cell-content")
                    .getByText(hotel.number())
                    .first()
                    .click();
            page.locator("dl.facts").first().waitFor();
            look(page, look, "contract-card");
            visit(page, look, "accounts?q=" + hotel.number(), "accounts-admin");
            visit(page, look, "retention", "retention");
        }
    }

    @Test
    void somebodyInvitedSetsAPasswordAndAFirstPasswordIsChanged() {
        String username = hotel.slug() + "-invited";
        URI link = contracts.asOwner(hotel, () -> administration.invite(hotel.id(), username, Role.OPERATOR));
        Look look = new Look("ru-RU", 360, ColorScheme.LIGHT);
        try (BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            visit(page, look, link.getPath().substring(1), "welcome");
            setPassword(page, PASSWORD);
            assertThat(page.getByText("Пароль сохранён")).isVisible();
        }
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, username, PASSWORD);
            assertThat(page.locator("vaadin-app-layout")).isVisible();
        }
        String first = "first-" + hotel.slug();
        ActingAs.administrator(() -> accounts.createWithFirstPassword(null, first, PASSWORD, Role.ADMIN));
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, first, PASSWORD);
            assertThat(page.getByText("Смените пароль")).isVisible();
            look(page, look, "sign-in-password");
            page.navigate(address("contracts"));
            assertThat(page.getByText("Смените пароль")).isVisible();
            page.getByLabel("Текущий пароль").fill(PASSWORD);
            setPassword(page, "совсем другой пароль");
            page.waitForSelector("vaadin-app-layout");
            assertThat(page.locator("h1")).hasText("Договоры");
        }
    }

    private static void setPassword(Page page, String password) {
        page.getByLabel("Новый пароль", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Новый пароль ещё раз").fill(password);
        press(page, "Сохранить пароль");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private Page signIn(BrowserContext context, String login, String password) {
        Page page = context.newPage();
        page.navigate(address("login"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1").first().waitFor();
        return page;
    }

    private void visit(Page page, Look look, String path, String picture) {
        page.navigate(address(path));
        page.locator("h1").first().waitFor();
        look(page, look, picture);
    }

    /** Takes a picture, and looks for what a machine can find. */
    private static void look(Page page, Look look, String name) {
        page.waitForFunction("() => !document.querySelector('vaadin-grid[loading]')"
                + " && !(window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients)"
                + ".some(client => client.isActive && client.isActive()))");
        TestBrowser.picture(page, "support/" + look + "-" + name);
        assertThat(page.content()).doesNotContain("!ru:").doesNotContain("!en:");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " is no wider than the screen")
                .isLessThanOrEqualTo(look.width());
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(name)
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
