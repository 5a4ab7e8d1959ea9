package dev.propusk.bench.step;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/**
 * What open panels hold of the heap: opened by a real browser that looks at a contract's tokens and then falls silent
 * without leaving, for a hundred browsers at work would measure the machine. Their connections are not counted. Beside
 * them the page to sign in, which holds little but what Vaadin needs for any page.
 */
final class OpenPanels implements Step {
    private static final int BEFORE = 5;
    private static final int COLLECTIONS = 3;
    private static final double MEBIBYTE = 1048576;

    private final Environment environment;
    private final Networks networks;
    private final Scale scale;

    OpenPanels(Environment environment, Networks networks, Scale scale) {
        this.environment = environment;
        this.networks = networks;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "panel";
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row("heap for an open panel, of " + scale.panels(), "MiB", new Goal.None(), this::compare));
    }

    private Compared compare() {
        String address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        try (TestBrowser browser = new TestBrowser()) {
            double signIn = mebibytesEach(browser, context -> signIn(context, address));
            return Compared.of(mebibytesEach(browser, context -> tokens(context, address)), signIn);
        }
    }

    /** For each page, after those that come first and load what all share. */
    private double mebibytesEach(TestBrowser browser, Function<BrowserContext, Page> visit) {
        for (int i = 0; i < Math.min(BEFORE, scale.panels()); i++) {
            open(browser, visit);
        }
        double before = heap();
        for (int i = 0; i < scale.panels(); i++) {
            open(browser, visit);
        }
        return (heap() - before) / scale.panels();
    }

    private static void open(TestBrowser browser, Function<BrowserContext, Page> visit) {
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            visit.apply(context).evaluate("navigator.sendBeacon = () => true"); // what would say that the page was left
        }
    }

    private static Page signIn(BrowserContext context, String address) {
        Page page = context.newPage();
        page.navigate(address + "/login");
        page.locator("input[name=username]").waitFor();
        return page;
    }

    private Page tokens(BrowserContext context, String address) {
        Page page = TestBrowser.open(context, address + "/tokens", networks.ownerOfLarge());
        page.locator("vaadin-grid.tokens a.code").first().waitFor();
        return page;
    }

    private static double heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
