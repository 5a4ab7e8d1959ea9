package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Annulment;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import dev.propusk.token.search.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The panel in a real Chromium: how quickly, how lively, and for everybody. */
@PropuskTest
class PanelJourneyTest {
    private static TestBrowser browser;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Issuing issuing;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

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

    @Test
    void threeClicksLeadFromSigningInToPaper() throws Exception {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(address("/"));
            fillIn(page, contracts.login(hotel, Role.OPERATOR));
            long began = System.nanoTime();
            button(page, "Войти").click();
            button(page, "Выдать один").click();
            button(page, "Выдать").click();
            Locator sheet = button(page, "Показать PDF с этим токеном");
            sheet.waitFor();
            Duration toPaper = Duration.ofNanos(System.nanoTime() - began);

            assertThat(printed(context, sheet.locator("xpath=.."))).isEqualTo("1");
            assertThat(sheet).isFocused();
            assertThat(toPaper).isLessThan(Duration.ofMinutes(1));
            Files.writeString(
                    Path.of("target", "from-sign-in-to-paper.txt"),
                    "3 clicks, the third on the sheet's button after %d ms%n".formatted(toPaper.toMillis()));
        }
    }

    @Test
    void aTokenActivatedElsewhereChangesBeforeTheEyesAndNothingElseMoves() {
        Contract hotel = contracts.open();
        List<Token> stock = generate(hotel, 60);
        Token shown = stock.get(stock.size() / 2);
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            Locator rows = page.locator("vaadin-grid.tokens");
            rows.evaluate("grid => grid.scrollToIndex(20)");
            page.locator("vaadin-grid.tokens vaadin-checkbox")
                    .locator("visible=true")
                    .nth(5)
                    .click();
            assertThat(page.getByText("Выбран 1 токен")).isVisible();
            Object scroll = rows.evaluate("grid => grid.$.table.scrollTop");
            assertThat(button(page, "Активны 0")).isVisible();

            activation.activate(hotel.id(), shown.code(), TestContracts.device());

            assertThat(button(page, "Активны 1")).isVisible();
            assertThat(page.locator(".state.active").first()).isVisible();
            assertThat(page.getByText("Выбран 1 токен")).isVisible();
            assertThat(rows.evaluate("grid => grid.$.table.scrollTop")).isEqualTo(scroll);
        }
    }

    @Test
    void nobodyIsKeptOutByHowThePanelIsMade() {
        Contract hotel = contracts.open();
        generate(hotel, 5);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = context("ru-RU", 1280, scheme)) {
                Page page = context.newPage();
                page.navigate(address("/"));
                page.locator("input[name=username]").waitFor();
                check(page, "login", scheme);
                fillIn(page, contracts.login(hotel, Role.OWNER));
                page.keyboard().press("Enter");
                page.locator("vaadin-grid.tokens a.code").first().waitFor();
                check(page, "tokens", scheme);
                page.keyboard().press("Alt+n");
                page.locator("vaadin-dialog .token-form").waitFor();
                check(page, "issue", scheme);
                page.keyboard().press("Escape");
                page.keyboard().press("Alt+g");
                page.locator("vaadin-dialog .count-field").waitFor();
                check(page, "generate", scheme);
                page.keyboard().press("Escape");
                page.locator("vaadin-dialog .count-field")
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
                page.locator("vaadin-grid.tokens a.code").first().click();
                page.locator("vaadin-dialog .history").waitFor();
                check(page, "token", scheme);
                page.navigate(address("/start"));
                page.locator(".steps li").first().waitFor();
                check(page, "start", scheme);
            }
        }
    }

    @Test
    void aLostConnectionAndASessionAboutToEndAreToldInWords() {
        Contract hotel = contracts.open();
        generate(hotel, 1);
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            context.setOffline(true);
            page.locator(".state-tabs vaadin-button").nth(1).click();
            assertThat(page.locator(".v-status-message.active")).hasText("Нет связи с сервером. Пробуем снова…");
            TestBrowser.picture(page, "connection-lost-ru");
            context.setOffline(false);
            page.waitForFunction("window.Vaadin.connectionState.state === 'connected'");
            page.evaluate("localStorage.setItem('propusk-active', Date.now() - 3540000)");
            assertThat(page.getByText("Через 2 минуты сеанс завершится.")).isVisible();
            button(page, "Остаться").click();
            assertThat(page.getByText("Через 2 минуты сеанс завершится.")).isHidden();
        }
    }

    @Test
    void pressingTwiceIssuesOnce() {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(address("/"));
            fillIn(page, contracts.login(hotel, Role.OPERATOR));
            page.keyboard().press("Enter");
            button(page, "Выдать один").click();
            button(page, "Выдать").dblclick();
            page.locator(".large-codes").waitFor();
            assertThat(button(page, "Все 1")).isVisible();
            assertThat(page.locator(".large-codes li")).hasCount(1);
        }
    }

    @Test
    void annullingManyEndsThemAllAndSaysHowMany() {
        Contract hotel = contracts.open();
        List<Token> stock = generate(hotel, 45);
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            page.locator("vaadin-grid.tokens")
                    .evaluate(
                            "grid => { window.bars = []; new MutationObserver(() => "
                                    + "document.querySelectorAll('vaadin-dialog vaadin-progress-bar').forEach(bar => "
                                    + "window.bars.push(bar.ariaLabel))).observe(document.body, {childList: true, subtree: true}); }");
            page.locator("vaadin-grid.tokens vaadin-checkbox").first().click();
            assertThat(page.getByText("Выбрано 45 токенов")).isVisible();
            button(page, "Аннулировать").click();
            Locator question = page.locator("vaadin-confirm-dialog");
            assertThat(question).containsText("45");
            TestBrowser.picture(page, "annul-many-ru");
            question.locator("vaadin-button").last().click();
            assertThat(page.getByText("Аннулировано: 45")).isVisible();
            assertThat(button(page, "Аннулированы 45")).isVisible();
            assertThat((List<?>) page.evaluate("window.bars")).isNotEmpty();
        }
        assertThat(contracts.asOwner(
                        hotel,
                        () -> tokens.find(
                                hotel.id(), stock.stream().map(Token::id).toList())))
                .allSatisfy(
                        token -> assertThat(token.annulment(clock.instant())).contains(Annulment.BY_HAND));
    }

    @Test
    void theSheetIsOfAllOfThoseNobodyHasOrOfTheChosenOnes() {
        Contract hotel = contracts.open();
        List<Token> stock = generate(hotel, 5);
        contracts.asOwner(
                hotel,
                () -> issuing.handOut(
                        hotel.id(), List.of(stock.get(0).id(), stock.get(1).id())));
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OPERATOR));
            button(page, "Какие токены напечатать").click();
            assertThat(page.locator(".sheet-choices")).containsText("отметьте их в списке");
            page.keyboard().press("Escape");
            page.locator("vaadin-grid.tokens a.code").first().waitFor();
            page.locator("vaadin-grid.tokens vaadin-checkbox").nth(1).click();
            assertThat(page.getByText("Выбран 1 токен")).isVisible();
            button(page, "Какие токены напечатать").click();
            Locator sheets = page.locator(".sheet-choices form");
            assertThat(sheets).hasCount(3);
            assertThat(printed(context, sheets.nth(1))).isEqualTo("3");
            assertThat(printed(context, sheets.nth(2))).isEqualTo("1");
            assertThat(printed(context, sheets.nth(0))).isEqualTo("5");
        }
    }

    /** How many tokens the sheet holds; they count as handed out from now on. */
    private @Nullable String printed(BrowserContext context, Locator form) {
        Locator which = form.locator("input");
        FormData sent = FormData.create();
        if (which.getAttribute("name") != null) {
            sent.set(which.getAttribute("name"), which.getAttribute("value"));
        }
        return context.request()
                .post(
                        address(form.getAttribute("action")),
                        RequestOptions.create().setForm(sent))
                .headers()
                .get("x-propusk-tokens");
    }

    private static BrowserContext context(String language, int width, ColorScheme scheme) {
        BrowserContext context = browser.context(language, width, scheme);
        context.setDefaultTimeout(60_000);
        return context;
    }

    private void check(Page page, String view, ColorScheme scheme) {
        TestBrowser.picture(page, "axe-" + view + "-" + scheme);
        assertThat(TestBrowser.seriousFindings(page)).as(view + " " + scheme).isEmpty();
    }

    private List<Token> generate(Contract contract, int count) {
        TokenRequest request = new TokenRequest(count, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", null);
        return contracts.asOwner(
                contract, () -> generation.generate(contract.id(), request).tokens());
    }

    private Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(address("/"));
        fillIn(page, login);
        page.keyboard().press("Enter");
        page.locator("vaadin-grid.tokens a.code").first().waitFor();
        return page;
    }

    private static void fillIn(Page page, String login) {
        page.locator("input[name=username]").waitFor();
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(TestContracts.PASSWORD);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
