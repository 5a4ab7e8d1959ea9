package dev.propusk.statistics.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.BrowserTest;
import dev.propusk.TestBrowser;
import dev.propusk.TestClock;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statistics in a real Chromium. */
class StatisticsBrowserTest extends BrowserTest {
    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybodyCanReadThePage() {
        Contract hotel = contracts.open();
        fill(hotel, 90);
        Contract cafe = contracts.open();
        for (ColorScheme light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            int width = light == ColorScheme.DARK ? 360 : 1280;
            String language = light == ColorScheme.DARK ? "en-US" : "ru-RU";
            try (BrowserContext context = browser.context(language, width, light)) {
                Page page = open(context, hotel, "?days=90");
                assertThat(page.locator("canvas")).hasCount(4);
                page.waitForCondition(() -> isDrawn(page));
                page.setViewportSize(width, width < 600 ? 2700 : 1300);
                TestBrowser.picture(page, "statistics-" + language + "-" + width + "-" + light);
                assertReadable(page);
            }
            try (BrowserContext context = browser.context("ru-RU", 360, light)) {
                Page page = open(context, cafe, "");
                assertThat(page.getByText("За этот период токены никто не активировал."))
                        .isVisible();
                TestBrowser.picture(page, "statistics-empty-" + light);
                assertReadable(page);
            }
        }
    }

    @Test
    void chartsAreAlsoTablesAndCanBeTakenAlong() throws IOException {
        Contract hotel = contracts.open();
        fill(hotel, 20);
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = open(context, hotel, "");
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Активации по дням")))
                    .isVisible();
            page.getByText("Показать таблицей").first().click();
            assertThat(page.locator("table").first().locator("tbody tr")).hasCount(30);
            TestBrowser.picture(page, "statistics-table-ru");
            page.waitForCondition(() -> isDrawn(page));
            Download png = page.waitForDownload(() ->
                    page.getByLabel("Скачать картинкой: Активации по дням").click());
            assertThat(png.suggestedFilename()).endsWith(".png");
            assertThat(ImageIO.read(png.path().toFile()).getWidth()).isGreaterThan(300);
            Download csv = page.waitForDownload(
                    () -> page.getByLabel("Скачать таблицей: Активации по дням").click());
            assertThat(Files.readString(csv.path()))
                    .startsWith("\uFEFFДата;одноразовые, на срок;многоразовые, бессрочные;Всего")
                    .hasLineCount(31);
            page.getByText("7 дней").click();
            page.waitForURL("**/statistics?days=7");
            assertThat(page.locator("table").first().locator("tbody tr")).hasCount(7);
        }
    }

    private static void assertReadable(Page page) {
        assertThat(page.content()).doesNotContain("!ru:").doesNotContain("!en:");
        assertThat(TestBrowser.scrollsSideways(page)).isFalse();
        assertThat(TestBrowser.seriousFindings(page)).isEmpty();
    }

    private static boolean isDrawn(Page page) {
        return (boolean) page.evaluate("""
                [...document.querySelectorAll('canvas')].every(canvas => {
                    if (canvas.width === 0 || canvas.height === 0) {
                        return false;
                    }
                    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                    return new Set(new Uint32Array(pixels.buffer)).size > 2;
                })""");
    }

    private Page open(BrowserContext context, Contract contract, String query) {
        return TestBrowser.open(context, address("/statistics" + query), contracts.login(contract, Role.OWNER));
    }

    /** Days of activations, some each hour of the day, before those that the journal knows. */
    private void fill(Contract contract, int days) {
        Instant now = clock.instant();
        jdbc.sql("update activation_summary set summarised_to = greatest(summarised_to, ?)")
                .param(InstantConverter.toUtc(quarter(now.minusSeconds(300))))
                .update();
        for (int day = 0; day < days; day++) {
            for (int hour = 1; hour < 24; hour += 3) {
                Instant quarter = quarter(now.minus(Duration.ofHours(day * 24L + hour)));
                count(contract, quarter, "SINGLE_USE", true, 1 + day * 7 % 11);
                count(contract, quarter, "MULTI_USE", false, 1 + hour % 5);
            }
            jdbc.sql("insert into quota_day (contract_id, day, unused, lowest) values (?, ?, ?, ?)")
                    .params(
                            contract.id().value(),
                            LocalDate.ofInstant(now, contract.zone()).minusDays(day),
                            60 + day * 13 % 90,
                            20 + day * 13 % 90)
                    .update();
        }
    }

    private static Instant quarter(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
    }

    private void count(Contract contract, Instant quarter, String reuse, boolean timed, int activations) {
        jdbc.sql(
                        "insert ignore into activation_count (contract_id, quarter, reuse, timed, activations) values (?, ?, ?, ?, ?)")
                .params(contract.id().value(), InstantConverter.toUtc(quarter), reuse, timed, activations)
                .update();
    }
}
