package dev.propusk.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.propusk.Look;
import dev.propusk.TestBrowser;
import dev.propusk.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page and dialog of owners, support and administrators: whole, accessible (axe-core) and as wide as the screen; both
 * languages, light and dark, wide and narrow.
 */
class SupportJourneyTest extends SupportJourney {
    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void everyPageOfAnOwnerIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            visit(page, look, "accounts", "accounts-owner");
            row(page, contracts.login(hotel, Role.OPERATOR)).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "account-dialog");
            TestBrowser.press(page, look.says("Ссылка для нового пароля", "Link for a new password"));
            page.locator("vaadin-dialog vaadin-text-area").waitFor();
            look.at(page, "link-dialog");
            visit(page, look, "accounts", "accounts-again");
            TestBrowser.press(page, look.says("Пригласить", "Invite"));
            page.locator("vaadin-dialog vaadin-radio-group").waitFor();
            look.at(page, "invitation-dialog");
            visit(page, look, "network", "network");
            visit(page, look, "journal", "journal-owner");
            row(page, look.says("Сгенерирован", "generated, kind")).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "journal-entry");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#all")
    void everyPageOfSupportIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.support());
            visit(page, look, "support?q=" + device, "support-empty");
            TestBrowser.press(page, look.says("Найти", "Find"));
            look.at(page, "support-no-reason");
            page.getByLabel(look.says("Основание", "Reason")).fill("№ 17");
            TestBrowser.press(page, look.says("Найти", "Find"));
            assertThat(page.locator(".answer"))
                    .containsText(token.code().grouped().substring(0, 3));
            look.at(page, "support-answer");
            row(page, token.code().grouped()).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "finding-dialog");
            visit(page, look, "why?mac=" + device + "&code=" + token.code().value(), "why");
            visit(
                    page,
                    look,
                    "why?mac=" + slowedDown() + "&code=" + spare.code().value(),
                    "why-slowed");
            visit(page, look, "certificates", "certificates");
            visit(page, look, "journal", "journal-support");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void everyPageOfAnAdministratorIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.administrator());
            visit(page, look, "contracts?q=" + hotel.number(), "contracts");
            row(page, hotel.number()).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "contract-card");
            TestBrowser.press(page, look.says("Изменить", "Edit"));
            page.locator("vaadin-dialog vaadin-form-layout").waitFor();
            look.at(page, "contract-dialog");
            visit(page, look, "accounts?q=" + hotel.number(), "accounts-admin");
            visit(page, look, "retention", "retention-empty");
            page.getByLabel(look.says("MAC-адрес или номер договора", "MAC or contract number"))
                    .fill(hotel.number());
            page.getByLabel(look.says("Основание", "Reason")).fill("дело № 5");
            TestBrowser.press(page, look.says("Наложить запрет", "Place the hold"));
            row(page, hotel.number()).waitFor();
            look.at(page, "retention");
            TestBrowser.press(page, look.says("Снять запрет", "Lift the hold"));
            page.locator("vaadin-dialog vaadin-text-field").waitFor();
            look.at(page, "lift-dialog");
            visit(page, look, "journal", "journal-admin");
            TestBrowser.press(page, look.says("Проверить целостность", "Check integrity"));
            page.locator("vaadin-dialog p").first().waitFor();
            look.at(page, "journal-report");
        }
    }
}
