package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.propusk.account.Accounts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Goes the way that the hotel's guide tells, and takes its pictures: into {@code target/screenshots/guide}, or with
 * {@code -Dpropusk.draw=true} into {@code docs/pictures}.
 */
class GuidePicturesTest extends BrowserTest {
    private static final Path PICTURES = Boolean.getBoolean("propusk.draw")
            ? Path.of("docs", "pictures")
            : Path.of("target", "screenshots", "guide");
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 700;
    private static final int SHEET_DPI = 96;

    @Autowired
    Texts texts;

    @Autowired
    Contracts administration;

    @Autowired
    Accounts accounts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    private Locale locale = Locale.ROOT;

    @ParameterizedTest
    @CsvSource({"ru, 200001, Гостиница «Полярная звезда», № 12, Терминал", "en, 200002, Polar Star Hotel, Room 12, Till"
    })
    void theWayOfTheGuideCanBeGone(String language, String number, String name, String room, String till)
            throws Exception {
        locale = Locale.forLanguageTag(language);
        String login = "hotel-" + language;
        Contract hotel = open(number, name, login);
        PanelUser owner = (PanelUser) accounts.loadUserByUsername(login);
        String unused = ActingAs.user(owner, () -> fill(hotel.id(), room, till));
        try (BrowserContext context = browser.context(language, WIDTH, ColorScheme.LIGHT)) {
            Page page = TestBrowser.open(context, address("/tokens"), login);
            page.setViewportSize(WIDTH, HEIGHT);
            inThePanel(page);
            sheet(context);
        }
        try (BrowserContext phone = browser.plainPhone(language, ColorScheme.LIGHT)) {
            onThePhone(phone.newPage(), hotel, unused);
        }
    }

    private Contract open(String number, String name, String login) {
        return ActingAs.administrator(() -> {
            Contract contract = administration.open(
                    ContractId.next(),
                    new NewContract(number, name, login, "Polar-Star-Guest", ZoneId.of("Europe/Moscow"), true));
            accounts.create(contract.id(), login, TestContracts.PASSWORD, Role.OWNER);
            return contract;
        });
    }

    /** Some of each kind and state; returns a code that nobody has used. */
    private String fill(ContractId contract, String room, String till) {
        List<Token> week = generate(contract, 24, Reuse.SINGLE_USE, Term.ofDays(7), null);
        Token devices =
                generate(contract, 1, Reuse.MULTI_USE, Term.UNLIMITED, till).getFirst();
        List<Token> guests = generate(contract, 4, Reuse.SINGLE_USE, Term.ofDays(3), room);
        long mac = 0xACDE_4800_0000L;
        for (int i = 0; i < 3; i++) {
            activation.activate(contract, guests.get(i).code(), new MacAddress(mac + i));
        }
        activation.activate(contract, devices.code(), new MacAddress(mac + 0x100));
        ending.annul(contract, guests.getFirst().id(), false);
        return week.getFirst().code().grouped();
    }

    private List<Token> generate(ContractId contract, int count, Reuse reuse, Term term, @Nullable String note) {
        return generation
                .generate(contract, new TokenRequest(count, reuse, term, note, null))
                .tokens();
    }

    private void inThePanel(Page page) {
        page.locator("vaadin-grid.tokens a.code").first().waitFor();
        picture(page, "tokens");
        press(page.locator(".page-actions"), "token.generate");
        page.locator(".count-field").waitFor();
        picture(page, "generate");
        page.keyboard().press("Escape");
        page.locator(".count-field").waitFor(hidden());
        press(page.locator(".page-actions"), "token.issue");
        page.locator(".token-form").waitFor();
        press(page.locator("vaadin-dialog").last(), "token.issue.button");
        page.locator(".large-codes").waitFor();
        picture(page, "issued");
        page.navigate(address("/tokens?state=active&reuse=single-use"));
        page.locator("vaadin-grid.tokens a.code").first().click();
        page.locator("vaadin-dialog .history").waitFor();
        picture(page, "token");
    }

    private void sheet(BrowserContext context) throws Exception {
        APIResponse sheet = context.request().get(address("/sheet.pdf"));
        assertThat(sheet.status()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(sheet.body())) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, SHEET_DPI);
            Files.createDirectories(PICTURES);
            ImageIO.write(
                    page.getSubimage(0, 0, page.getWidth(), page.getHeight() / 2),
                    "png",
                    file("sheet").toFile());
        }
    }

    private void onThePhone(Page page, Contract hotel, String code) {
        page.navigate(address("/portal/" + hotel.slug() + "?mac=ac:de:48:01:02:03"));
        page.locator("[name=identifier]").fill(code);
        picture(page, "portal");
        page.locator("button").click();
        assertThat(page.locator("[data-identified-until]")).isVisible();
        picture(page, "portal-done");
    }

    private void press(Locator within, String key) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(texts.get(locale, key))
                                .setExact(true))
                .last()
                .click();
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private void picture(Page page, String name) {
        page.waitForFunction("() => !document.querySelector('vaadin-grid[loading]')");
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setAnimations(ScreenshotAnimations.DISABLED));
    }

    private Path file(String name) {
        return PICTURES.resolve(name + "-" + locale.getLanguage() + ".png");
    }
}
