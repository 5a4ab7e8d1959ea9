package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import dev.propusk.base.guest.GuestTexts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in each of the guests' languages, as a small phone shows it. */
class GuestLanguagesTest extends GatewaysGuests {
    static final List<Locale> LANGUAGES = GuestTexts.LANGUAGES;

    /** Where each sign of what the pattern finds stands on the screen, from the left. */
    private static final String PLACES = """
            (element, pattern) => {
              const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
                const found = node.data.match(new RegExp(pattern));
                if (found) {
                  return [...found[0]].map((_, i) => {
                    const range = document.createRange();
                    range.setStart(node, found.index + i);
                    range.setEnd(node, found.index + i + 1);
                    return range.getBoundingClientRect().left;
                  });
                }
              }
              return [];
            }""";

    private static TestBrowser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void believeTheLink() {
        hotel = contracts.open();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageFitsOnTheSmallestPhone(Locale language) {
        try (BrowserContext phone = phone(language, ColorScheme.LIGHT)) {
            Page page = open(phone);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.toLanguageTag());
            assertThat(page.locator(".languages a").all()).hasSize(LANGUAGES.size() - 1);
            page.locator("[name=identifier]").fill("100 123 45");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-error=short]").textContent()).contains("4", "12");
            assertThat(TestBrowser.scrollsSideways(page)).isFalse();
            TestBrowser.picture(page, "guest-language-" + language.toLanguageTag());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "zh-Hans"})
    void whoHearsThePageHasItToo(String language) {
        try (BrowserContext phone = phone(Locale.forLanguageTag(language), ColorScheme.DARK)) {
            Page page = open(phone);
            assertThat(TestBrowser.seriousFindings(page)).isEmpty();
            TestBrowser.picture(page, "guest-language-" + language + "-dark");
        }
    }

    @Test
    void digitsKeepTheirOrderFromRightToLeft() {
        try (BrowserContext phone = phone(Locale.of("ar"), ColorScheme.LIGHT)) {
            Page page = open(phone);
            assertThat(places(page.locator(".mac"), "[0-9A-F:]{17}"))
                    .hasSize(17)
                    .isSorted();
            Locator field = page.locator("[name=identifier]");
            assertThat(field.evaluate("field => getComputedStyle(field).direction"))
                    .isEqualTo("ltr");
            field.fill(generate().grouped());
            page.keyboard().press("Enter");
            Locator done = page.locator("[data-identified-until]");
            assertThat(places(done, "\\d\\d:\\d\\d")).hasSize(5).isSorted();
            assertThat(places(done, "20\\d\\d")).hasSize(4).isSorted();
            TestBrowser.picture(page, "guest-accepted-ar");
        }
    }

    private BrowserContext phone(Locale language, ColorScheme light) {
        return browser.context(language.toLanguageTag(), TestBrowser.NARROWEST, light);
    }

    private Page open(BrowserContext phone) {
        Page page = phone.newPage();
        page.navigate("http://localhost:" + port + "/portal/" + hotel.slug() + "?mac=" + device);
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<Double> places(Locator element, String pattern) {
        return ((List<Number>) element.evaluate(PLACES, pattern))
                .stream().map(Number::doubleValue).toList();
    }
}
