package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How quickly, how lively, and for everybody the panel is. */
class PanelJourneyTest extends PanelJourney {
    @Test
    void threeClicksLeadFromSigningInToPaper() throws Exception {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(address("/"));
            TestBrowser.fillIn(page, contracts.login(hotel, Role.OPERATOR), TestContracts.PASSWORD);
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
                TestBrowser.enter(page, contracts.login(hotel, Role.OWNER), TestContracts.PASSWORD);
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
    void nothingThatIsPutIntoAPageMovesWhereItsLinksLead() {
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.locator("input[name=username]").waitFor();
            String base = (String) page.evaluate("""
                    () => {
                      const base = document.createElement('base');
                      base.href = '/elsewhere/';
                      document.head.prepend(base);
                      return document.baseURI;
                    }""");
            assertThat(base).doesNotContain("elsewhere");
        }
    }
}
