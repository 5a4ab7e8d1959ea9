package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a page is looked at: in which language and colours, how wide; with pictures in {@code target/screenshots}. */
public record Look(String locale, int width, ColorScheme colours) {
    private static final Path PICTURES = Path.of("target", "screenshots", "support");

    /** Two in which everything comes once, or all of them: {@code -Dpropusk.all-looks=true}. */
    public static Stream<Look> all() {
        return Boolean.getBoolean("propusk.all-looks")
                ? Stream.of("ru-RU", "en-US")
                        .flatMap(language -> Stream.of(1280, 360)
                                .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                        .map(light -> new Look(language, width, light))))
                : Stream.of(new Look("ru-RU", 1280, ColorScheme.LIGHT), new Look("en-US", 360, ColorScheme.DARK));
    }

    /** One, where two would say little more, or all of them. */
    public static Stream<Look> one() {
        return Boolean.getBoolean("propusk.all-looks") ? all() : Stream.of(new Look("ru-RU", 360, ColorScheme.DARK));
    }

    public BrowserContext in(TestBrowser browser) {
        return browser.context(locale, width, colours);
    }

    public String says(String russian, String english) {
        return locale.startsWith("ru") ? russian : english;
    }

    /** Takes a picture, and looks for what a machine can find: texts that are missing, what is too wide, axe-core's rules. */
    public void at(Page page, String name) {
        page.waitForFunction("() => !document.querySelector('vaadin-grid[loading]')"
                + " && !(window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients)"
                + ".some(client => client.isActive && client.isActive()))");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name() + "-" + name + ".png")));
        assertThat(page.content()).doesNotContain("!ru:").doesNotContain("!en:");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " is no wider than the screen")
                .isLessThanOrEqualTo(width);
        List<Rule> violations = TestBrowser.axe(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(name)
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    /** {@code ru-light-1280}. */
    public String name() {
        return locale.substring(0, 2) + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
