package dev.propusk.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.propusk.Look;
import dev.propusk.TestBrowser;

/** The device that Chromium brings for tests: it has made sure of its person, and keeps passkeys. */
public final class TestAuthenticator {
    /** What the tests' public URL says; passkeys are good for it alone. */
    public static final String ADDRESS = "http://localhost:8080";

    private TestAuthenticator() {}

    public static void plugInto(BrowserContext context, Page page) {
        CDPSession tools = context.newCDPSession(page);
        tools.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        tools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    /** Whoever is signed in adds a passkey to their login. */
    public static void give(Page page, Look look, String label) {
        page.navigate(ADDRESS + "/profile");
        page.getByLabel(look.says("Как назвать новый", "What to call the new one"))
                .fill(label);
        TestBrowser.press(page, look.says("Добавить ключ входа", "Add a passkey"));
        assertThat(page.locator("li").getByText(label)).isVisible();
    }

    /** Nobody is signed in any more, and the passkey changes nothing about that. */
    public static void isRefused(BrowserContext context, Page page, Look look) {
        context.clearCookies();
        page.navigate(ADDRESS + "/login");
        TestBrowser.press(page, look.says("Войти с ключом входа", "Sign in with a passkey"));
        assertThat(page.getByText(look.says("Этот ключ здесь не действует", "This passkey does not work here")))
                .isVisible();
    }
}
