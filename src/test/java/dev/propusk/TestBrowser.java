package dev.propusk;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium for one test class, with pictures of what was seen in {@code target/screenshots}. */
public final class TestBrowser implements AutoCloseable {
    /** The width of the narrowest screens that people still have. */
    public static final int NARROWEST = 320;

    /** How long an assertion waits: the machine may be busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /** @param more options of Chromium */
    public TestBrowser(String... more) {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(chromium != null, "no Chromium on this machine");
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(Stream.concat(QUIET.stream(), Stream.of(more)).toList()));
    }

    public BrowserContext context(String language, int width, ColorScheme light) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setColorScheme(light)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A guest's small phone, whose browser runs no scripts. */
    public BrowserContext plainPhone(String language, ColorScheme light) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(NARROWEST, 640)
                .setColorScheme(light)
                .setJavaScriptEnabled(false));
    }

    /** Signs in and goes to that page. */
    public static Page open(BrowserContext context, String address, String login) {
        Page page = context.newPage();
        page.navigate(address);
        enter(page, login, TestContracts.PASSWORD);
        page.waitForSelector("vaadin-app-layout");
        page.navigate(address);
        page.locator("h1").first().waitFor();
        return page;
    }

    /** Fills in a sign-in page, and sends it. */
    public static void enter(Page page, String login, String password) {
        fillIn(page, login, password);
        page.keyboard().press("Enter");
    }

    static void fillIn(Page page, String login, String password) {
        page.locator("input[name=username]").waitFor();
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
    }

    public static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    /** In one go: otherwise it opens a page of its own for each answer, which only frames of other sites need. */
    static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    /** What axe-core finds that keeps people from using the page. */
    public static List<String> seriousFindings(Page page) {
        return axe(page).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .toList();
    }

    /** Whether the page is wider than the window. */
    public static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
