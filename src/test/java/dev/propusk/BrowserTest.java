package dev.propusk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application in one real Chromium for each class, with pictures in {@code target/screenshots}. */
@PropuskTest
public abstract class BrowserTest {
    protected static TestBrowser browser;

    @Autowired
    protected TestContracts contracts;

    @LocalServerPort
    protected int port;

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

    /** Where the application serves a path, which begins with its slash. */
    protected final String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** To where that login begins. */
    protected Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(address("/"));
        TestBrowser.enter(page, login, TestContracts.PASSWORD);
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

    protected static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
