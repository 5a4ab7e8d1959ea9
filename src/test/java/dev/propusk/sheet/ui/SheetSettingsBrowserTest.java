package dev.propusk.sheet.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.BrowserTest;
import dev.propusk.TestBrowser;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The sheet's settings in a real Chromium. */
class SheetSettingsBrowserTest extends BrowserTest {
    @Test
    void theOwnerSeesThePaperChangeAndSaves() throws Exception {
        Contract hotel = contracts.open();
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = open(context, hotel);
            String before = document(page);
            page.getByText("Оба языка (четыре талона на страницу)").click();
            page.getByLabel("Инструкция для гостя").fill("Спросите у стойки\nили наберите 9");
            page.waitForCondition(() -> text(page).contains("Спросите у стойки"));
            assertThat(document(page)).isNotEqualTo(before);
            assertThat(text(page)).contains("Токен / Token", "100 000 000 000", hotel.ssid());
            TestBrowser.picture(page, "sheet-settings-ru");
            page.getByText("Чековая лента 80 мм").click();
            assertThat(page.getByText("Печатать корешок после талона")).isVisible();
            page.getByText("Сохранить").click();
            assertThat(page.getByText("Сохранено. Следующий лист будет таким.")).isVisible();
            page.waitForTimeout(1500);
            TestBrowser.picture(page, "sheet-settings-saved-ru");
            page.reload();
            page.waitForCondition(() -> text(page).contains("или наберите 9"));
        }
    }

    @Test
    void everybodyCanUseThePage() {
        Contract hotel = contracts.open();
        for (ColorScheme light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            int width = light == ColorScheme.DARK ? 360 : 1280;
            String language = light == ColorScheme.DARK ? "en-US" : "ru-RU";
            try (BrowserContext context = browser.context(language, width, light)) {
                Page page = open(context, hotel);
                page.waitForTimeout(1500);
                TestBrowser.picture(page, "sheet-settings-" + language + "-" + width + "-" + light);
                assertThat(page.content()).doesNotContain("!ru:").doesNotContain("!en:");
                assertThat(TestBrowser.scrollsSideways(page)).isFalse();
                assertThat(TestBrowser.seriousFindings(page)).isEmpty();
            }
        }
    }

    private Page open(BrowserContext context, Contract hotel) {
        Page page = TestBrowser.open(context, address("/sheet-settings"), contracts.login(hotel, Role.OWNER));
        page.locator("iframe").waitFor();
        return page;
    }

    private static String document(Page page) {
        return page.locator("iframe").getAttribute("src");
    }

    private String text(Page page) {
        String link = page.locator(".sheet-preview-box a").getAttribute("href");
        APIResponse response = page.request().get(address("/" + link));
        if (response.status() != 200) {
            return "";
        }
        try (var pdf = Loader.loadPDF(response.body())) {
            return new PDFTextStripper().getText(pdf);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
