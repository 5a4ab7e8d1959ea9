package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Annulment;
import dev.propusk.token.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that are handed out, annulled and printed by the dozen. */
class ManyTokensJourneyTest extends PanelJourney {
    @Test
    void pressingTwiceIssuesOnce() {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(address("/"));
            TestBrowser.enter(page, contracts.login(hotel, Role.OPERATOR), TestContracts.PASSWORD);
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
}
