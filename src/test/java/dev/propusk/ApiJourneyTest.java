package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.api.ApiClient;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An owner connects their own software, in a real Chromium; pictures in {@code target/screenshots}. */
class ApiJourneyTest extends BrowserTest {
    @Test
    void anOwnerMakesAKeySeesItOnceAndRevokesIt() {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            page.navigate(address("/api-keys"));
            assertThat(page.getByText("Ключей пока нет.")).isVisible();
            picture(page, "keys-empty-ru-1280");
            button(page, "Выпустить ключ").click();
            Locator dialog = page.locator("vaadin-dialog");
            dialog.getByLabel("Название").fill("Система бронирования");
            picture(page, "keys-new-ru-1280");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Выпустить ключ"))
                    .click();
            String key = page.locator("pre.secret").textContent();
            assertThat(key).matches("pk_[0-9A-Za-z]{36}");
            picture(page, "keys-made-ru-1280");
            button(page, "Я сохранил ключ").click();
            assertThat(page.locator("pre.secret")).hasCount(0);
            ApiClient api = new ApiClient(port, key);
            assertThat(api.get("/quota").status()).isEqualTo(200);
            assertThat(page.getByText("смотреть токены, менять токены").first()).isVisible();
            assertThat(page.content()).doesNotContain(key).doesNotContain("!ru:");
            picture(page, "keys-ru-1280");
            page.getByText("Отозвать", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            picture(page, "keys-revoke-ru-1280");
            page.locator("vaadin-confirm-dialog")
                    .getByText("Отозвать", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.getByText("отозван").first()).isVisible();
            assertThat(api.get("/quota").status()).isEqualTo(401);
        }
        try (BrowserContext context = context("en-US", 360, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            page.navigate(address("/api-keys"));
            assertThat(page.locator("h1")).hasText("API keys");
            picture(page, "keys-en-360-dark");
            page.navigate(address("/events"));
            assertThat(page.locator("h1")).hasText("Events");
            picture(page, "events-en-360-dark");
            assertThat(page.content()).doesNotContain("!en:");
        }
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OPERATOR));
            page.navigate(address("/api-keys"));
            assertThat(page.locator("h1:has-text('Ключи API')")).hasCount(0);
        }
    }

    @Test
    void anOwnerSetsWhereEventsGoAndSeesHowATrialWent() {
        Contract hotel = contracts.open();
        try (BrowserContext context = context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            page.navigate(address("/events"));
            page.getByLabel("Адрес для событий").fill("http://127.0.0.1/");
            button(page, "Сохранить").click();
            assertThat(page.getByText("Нужен адрес вида").first()).isVisible();
            page.getByLabel("Адрес для событий").fill("https://pms.example.com/propusk");
            button(page, "Сохранить").click();
            assertThat(page.locator("pre.secret").textContent()).startsWith("whsec_");
            picture(page, "events-secret-ru-1280");
            button(page, "Я сохранил секрет").click();
            button(page, "Отправить пробное событие").click();
            assertThat(page.getByText("в очереди").first()).isVisible();
            assertThat(page.content()).doesNotContain("!ru:");
            picture(page, "events-ru-1280");
        }
    }

    @Test
    void theDescriptionsPageLoadsNothingFromOutside() {
        try (BrowserContext context = context("en-US", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            List<String> outside = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(address("/")) && !request.url().startsWith("data:")) {
                    outside.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address("/swagger-ui"));
            assertThat(page.getByText("Generate tokens").first()).isVisible();
            page.getByText("Generate tokens").first().click();
            assertThat(page.getByText("Idempotency-Key").first()).isVisible();
            picture(page, "swagger-ui-en-1280");
            assertThat(outside).isEmpty();
            assertThat(complaints).isEmpty();
        }
        try (BrowserContext context = context("ru-RU", 360, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(address("/problems/unused-limit"));
            assertThat(page.locator("h1")).hasText("Слишком много неиспользованных токенов");
            picture(page, "problem-ru-360-dark");
        }
    }

    private static BrowserContext context(String locale, int width, ColorScheme scheme) {
        return browser.context(locale, width, scheme);
    }

    private static void picture(Page page, String name) {
        TestBrowser.picture(page, name);
    }
}
