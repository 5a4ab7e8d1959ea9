package dev.propusk.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import java.lang.management.ManagementFactory;

/**
 * What open panels hold of the heap: opened by a real browser that looks at a contract's tokens and then falls silent
 * without leaving, for a hundred browsers at work would measure the machine. Their connections are not counted.
 */
final class PanelSessions {
    static final int SESSIONS = 100;
    private static final int BEFORE = 5;
    private static final int COLLECTIONS = 3;

    private final String address;
    private final String login;

    PanelSessions(int port, String login) {
        this.address = "http://localhost:" + port + "/tokens";
        this.login = login;
    }

    /** MiB of the heap for each session, after those that come first and load what all share. */
    double mebibytesEach() {
        try (TestBrowser browser = new TestBrowser()) {
            for (int i = 0; i < BEFORE; i++) {
                look(browser);
            }
            double before = heap();
            for (int i = 0; i < SESSIONS; i++) {
                look(browser);
            }
            return (heap() - before) / SESSIONS;
        }
    }

    private void look(TestBrowser browser) {
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = TestBrowser.open(context, address, login);
            page.locator("vaadin-grid.tokens a.code").first().waitFor();
            page.evaluate("navigator.sendBeacon = () => true"); // what would say that the page was left
        }
    }

    private static double heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
