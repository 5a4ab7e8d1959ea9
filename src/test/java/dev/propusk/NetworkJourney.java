package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.springframework.beans.factory.annotation.Autowired;

/** The network side in a real Chromium, with pictures in {@code target/screenshots}. */
abstract class NetworkJourney extends BrowserTest {
    @Autowired
    TestGateways gateways;

    static BrowserContext panel(String locale, int width, ColorScheme scheme) {
        return browser.context(locale, width, scheme);
    }

    /** Nothing stands beyond the edge, and no text is missing. */
    static void shoot(Page page, String name) {
        TestBrowser.picture(page, name);
        assertThat(page.content()).doesNotContain("!ru:", "!en:");
        Locator card = page.locator("main.card");
        if (card.count() > 0) {
            BoundingBox box = card.boundingBox();
            assertThat(box.x + box.width).isLessThanOrEqualTo(TestBrowser.NARROWEST);
        }
    }
}
