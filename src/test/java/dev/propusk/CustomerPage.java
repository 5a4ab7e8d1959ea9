package dev.propusk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.propusk.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A page of a customer's panel, of which pictures are taken in each light and width.
 *
 * @param base where the application is, up to the slash
 * @param findings what is wrong with a picture is added to them
 */
record CustomerPage(Page page, String base, Texts texts, String language, List<String> findings) {
    /** Where what axe-core finds is within Vaadin's own calendar and menu. */
    private static final Set<String> OPEN_OVERLAYS = Set.of("forms-issue-departure", "frame-user-menu");

    private static final Set<Look> CHECKED =
            Set.of(new Look("ru-RU", 1280, ColorScheme.LIGHT), new Look("en-US", 360, ColorScheme.DARK));

    void visit(String path, String name) {
        page.navigate(address(path));
        page.locator("h1, [part=brand]").first().waitFor();
        picture(name);
    }

    void openToken(String filter, String name) {
        page.navigate(address("tokens?" + filter));
        page.locator("vaadin-grid.tokens a.code").first().click();
        page.locator("vaadin-dialog .history").waitFor();
        picture(name);
    }

    Locator footer() {
        return page.locator("vaadin-dialog").last();
    }

    void confirmation(String name) {
        Locator buttons = page.locator("vaadin-confirm-dialog vaadin-button");
        buttons.last().waitFor();
        picture(name);
        press(page.locator("vaadin-confirm-dialog"), "cancel");
        buttons.last().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void press(Locator within, String key) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(texts.get(Locale.forLanguageTag(language), key))
                                .setExact(true))
                .last()
                .click();
    }

    void narrow() {
        resize(360, 740);
    }

    /** A page tells of its new width when it has had it for a while. */
    private void resize(int width, int height) {
        if (page.viewportSize().width != width) {
            page.setViewportSize(width, height);
            page.waitForTimeout(600);
        }
    }

    /** In the light and in the dark, wide and narrow, without opening it again. */
    void picture(String name) {
        picture(name, () -> {});
    }

    /** @param before what is to be done at each width again */
    void picture(String name, Runnable before) {
        Look.all().filter(look -> look.locale().equals(language)).forEach(look -> {
            resize(look.width(), look.width() == 360 ? 740 : 800);
            before.run();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
            page.waitForTimeout(250);
            TestBrowser.picture(page, "customer/" + name + "-" + look.name());
            check(look, name);
        });
        page.setViewportSize(1280, 800);
    }

    private void check(Look look, String name) {
        if (page.content().contains("!ru:") || page.content().contains("!en:")) {
            findings.add(look.name() + " " + name + ": an untranslated text");
        }
        if (TestBrowser.scrollsSideways(page)) {
            findings.add(look.name() + " " + name + ": scrolls sideways");
        }
        if (CHECKED.contains(look) && !OPEN_OVERLAYS.contains(name)) {
            TestBrowser.seriousFindings(page).forEach(found -> findings.add(look.name() + " " + name + ": " + found));
        }
    }

    String address(String path) {
        return base + path;
    }
}
