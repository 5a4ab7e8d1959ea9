package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole journeys in a real Chromium, with pictures of what was seen in {@code target/screenshots}. */
class JourneyTest extends BrowserTest {
    @Autowired
    Generation generation;

    @Test
    void aTokenGoesFromTheFormToTheSheetToAPhoneAndIsAnnulled() throws Exception {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            assertThat(page.getByText("Не использовано 0 из 200")).isVisible();
            picture(page, "empty-ru");
            button(page, "Сгенерировать").click();
            assertThat(page.getByText("Новые токены")).isVisible();
            picture(page, "generate-ru");
            page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Количество"))
                    .fill("1");
            page.locator("vaadin-dialog")
                    .getByRole(AriaRole.BUTTON)
                    .getByText("Сгенерировать")
                    .click();
            assertThat(page.getByText("Готов 1 токен")).isVisible();
            picture(page, "generated-ru");
            button(page, "Закрыть").click();
            assertThat(page.getByText("Не использовано 1 из 200")).isVisible();

            APIResponse sheet = context.request().get(address("/sheet.pdf"));
            assertThat(sheet.status()).isEqualTo(200);
            assertThat(sheet.headers()).containsEntry("x-propusk-tokens", "1");
            String text;
            try (var pdf = Loader.loadPDF(sheet.body())) {
                text = new PDFTextStripper().getText(pdf);
            }
            String code = text.replaceAll("(?s).*?(100 \\d{3} \\d{3} \\d{3}).*", "$1");

            try (BrowserContext phone = browser.plainPhone("ru-RU", ColorScheme.LIGHT)) {
                Page portal = phone.newPage();
                portal.navigate(address("/portal/" + hotel.slug() + "?mac=ac:de:48:01:02:03"));
                picture(portal, "portal-ru");
                portal.locator("[name=identifier]").fill(code);
                portal.locator("button").click();
                assertThat(portal.locator("[data-identified-until]")).isVisible();
                picture(portal, "portal-done-ru");
            }

            page.reload();
            assertThat(page.getByText("AC:DE:48:01:02:03").first()).isVisible();
            picture(page, "tokens-ru");
            page.getByText(code).first().click();
            assertThat(page.getByText("Активирован на устройстве AC:DE:48:01:02:03"))
                    .isVisible();
            picture(page, "token-ru");
            page.locator("vaadin-dialog")
                    .getByRole(AriaRole.BUTTON)
                    .getByText("Аннулировать")
                    .first()
                    .click();
            page.locator("vaadin-confirm-dialog")
                    .getByText("Аннулировать", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.getByText("аннулирован вручную").first()).isVisible();

            try (BrowserContext phone = context("ru-RU", 320)) {
                Page portal = phone.newPage();
                portal.navigate(address("/portal/" + hotel.slug() + "?mac=ac:de:48:01:02:03"));
                portal.locator("[name=identifier]").fill(code);
                portal.locator("button").click();
                assertThat(portal.locator("[data-error=not-accepted]")).isVisible();
                picture(portal, "portal-error-ru");
            }
        }
    }

    @Test
    void anAdministratorTriesACustomersNetworkAsAGuestWould() {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/customers?contract=" + hotel.number()));
            button(page, "Проверить").click();
            assertThat(page.getByText("Работает: токен принят")).isVisible();
            page.navigate(address("/contracts"));
            assertThat(page.locator("h1")).hasText("Договоры");
        }
    }

    @Test
    void thePanelSpeaksEnglishAndFitsAPhone() throws Exception {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("en-US", 360)) {
            Page page = signIn(context, contracts.login(hotel, Role.OPERATOR));
            assertThat(page.getByText("0 of 200 unused")).isVisible();
            assertThat(page.locator("h1")).hasText("Tokens");
            assertThat(page.content()).doesNotContain("!ru:").doesNotContain("!en:");
            picture(page, "tokens-en-360");
            Download table =
                    page.waitForDownload(() -> page.getByText("Download table").click());
            assertThat(Files.readString(table.path())).startsWith("\uFEFFCode,Kind,");
            page.navigate(address("/support"));
            assertThat(page.locator("h1:has-text('Lookup')")).hasCount(0);
        }
    }

    @Test
    void anotherContractsTokenIsNotFoundByItsAddress() {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        TokenRequest request = new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null);
        Token token = contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
        try (BrowserContext context = context("ru-RU", 1280)) {
            Page page = signIn(context, contracts.login(cafe, Role.OWNER));
            String sheet = "/sheet.pdf?id=" + token.id();
            assertThat(page.request().get(address(sheet)).status()).isEqualTo(404);
            page.navigate(address("/tokens?q=" + token.code()));
            assertThat(page.getByText("Токенов пока нет.")).isVisible();
        }
        try (BrowserContext context = context("ru-RU", 1280)) {
            Page page = signIn(context, contracts.login(hotel, Role.OPERATOR));
            assertThat(page.request()
                            .get(address("/sheet.pdf?id=" + token.id()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void supportFindsADeviceByItsMac() {
        try (BrowserContext context = context("ru-RU", 1280)) {
            Page page = signIn(context, contracts.support());
            page.navigate(address("/support"));
            page.getByLabel("Основание").fill("№ 17 от 24.11");
            page.getByLabel("Что ищем").fill("zz");
            button(page, "Найти").click();
            // at the field; for who hears the page it is said once more
            assertThat(page.locator("[slot=error-message]")
                            .getByText("Не похоже ни на MAC, ни на код, ни на IP-адрес, ни на номер договора"))
                    .isVisible();
            page.getByLabel("Что ищем").fill("0255.0102.0304");
            button(page, "Найти").click();
            assertThat(page.getByText("По запросу «0255.0102.0304» ничего не найдено."))
                    .isVisible();
            picture(page, "support-ru");
        }
    }

    @Override
    protected Page signIn(BrowserContext context, String login) {
        try (Page door = context.newPage()) {
            door.navigate(address("/login"));
            door.locator("input[name=username]").waitFor();
            String language = door.evaluate("navigator.language").toString();
            picture(door, "login-" + Locale.forLanguageTag(language).getLanguage());
        }
        return super.signIn(context, login);
    }

    private static BrowserContext context(String locale, int width) {
        return browser.context(locale, width, ColorScheme.LIGHT);
    }

    private static void picture(Page page, String name) {
        TestBrowser.picture(page, name);
    }
}
