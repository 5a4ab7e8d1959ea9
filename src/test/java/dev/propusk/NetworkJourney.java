package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The network side in a real Chromium, with pictures in {@code target/screenshots}. */
@PropuskTest
abstract class NetworkJourney {
    static TestBrowser browser;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startTheBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(address("/"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(TestContracts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

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

    String address(String path) {
        return "http://localhost:" + port + path;
    }
}
