package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import dev.propusk.token.search.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** The panel in a real Chromium. */
abstract class PanelJourney extends BrowserTest {
    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Issuing issuing;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    static BrowserContext context(String language, int width, ColorScheme scheme) {
        BrowserContext context = browser.context(language, width, scheme);
        context.setDefaultTimeout(60_000);
        return context;
    }

    void check(Page page, String view, ColorScheme scheme) {
        TestBrowser.picture(page, "axe-" + view + "-" + scheme);
        assertThat(TestBrowser.seriousFindings(page)).as(view + " " + scheme).isEmpty();
    }

    List<Token> generate(Contract contract, int count) {
        TokenRequest request = new TokenRequest(count, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", null);
        return contracts.asOwner(
                contract, () -> generation.generate(contract.id(), request).tokens());
    }

    @Override
    protected Page signIn(BrowserContext context, String login) {
        Page page = super.signIn(context, login);
        page.locator("vaadin-grid.tokens a.code").first().waitFor();
        return page;
    }

    /** How many tokens the sheet holds; they count as handed out from now on. */
    @Nullable
    String printed(BrowserContext context, Locator form) {
        Locator which = form.locator("input");
        FormData sent = FormData.create();
        if (which.getAttribute("name") != null) {
            sent.set(which.getAttribute("name"), which.getAttribute("value"));
        }
        return context.request()
                .post(
                        address(form.getAttribute("action")),
                        RequestOptions.create().setForm(sent))
                .headers()
                .get("x-propusk-tokens");
    }
}
