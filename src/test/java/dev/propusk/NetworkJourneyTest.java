package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.NasName;
import dev.propusk.gateway.session.Octets;
import dev.propusk.gateway.session.ReportedTimes;
import dev.propusk.portal.PortalNotes;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network side as guests and staff see it, in a real Chromium, with pictures in {@code target/screenshots}. */
@PropuskTest
class NetworkJourneyTest {
    private static TestBrowser browser;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    PortalNotes notes;

    @Autowired
    Accounting accounting;

    @Autowired
    GatewayKeys keys;

    @Autowired
    RefusedRequests refused;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

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

    @AfterEach
    void forget() {
        jdbc.sql("delete from guessing_budget").update();
    }

    @Test
    void aGuestGetsInWithoutJavaScriptInBothLanguagesOnANarrowPhone() {
        Contract hotel = contracts.open();
        gateways.add(hotel, gateway());
        contracts.asOwner(hotel, () -> {
            notes.change(hotel.id(), "Токен выдаёт администратор на стойке, круглосуточно.", "");
            return true;
        });
        for (String language : List.of("ru", "en")) {
            TokenCode code = generate(hotel);
            MacAddress device = TestContracts.device();
            try (BrowserContext phone = phone(language, ColorScheme.LIGHT)) {
                Page page = phone.newPage();
                page.navigate(portal(hotel, "") + "?mac=" + device + "&login="
                        + URLEncoder.encode("http://10.5.50.1/login", StandardCharsets.UTF_8));
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.getByText(device.toString())).isVisible();
                shoot(page, "guest-question-" + language);
                page.locator("[name=identifier]").fill("100 000-000-000");
                page.locator("button").click();
                assertThat(page.locator("[data-error=not-accepted]")).isVisible();
                assertThat(page.locator("[name=identifier]")).hasValue("100 000-000-000");
                shoot(page, "guest-error-" + language);
                page.locator("[name=identifier]").fill(code.grouped().replace(' ', '-'));
                page.locator("button").click();
                assertThat(page.locator("[data-identified-until]")).isVisible();
                assertThat(page.locator("a.button"))
                        .hasAttribute("href", "http://10.5.50.1:80/login?username=" + code + "&password=" + code);
                shoot(page, "guest-done-" + language);
                page.navigate(portal(hotel, "/over") + "?mac=" + device);
                shoot(page, "guest-over-" + language);
                assertThat(phone.cookies()).isEmpty();
            }
        }
        try (BrowserContext phone = phone("ru", ColorScheme.DARK)) {
            Page page = phone.newPage();
            page.navigate(portal(hotel, "") + "?mac=" + TestContracts.device());
            page.getByText("English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            shoot(page, "guest-dark");
        }
    }

    @Test
    void whatAGatewayReportsIsSeenInThePanel() {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway());
        MacAddress device = TestContracts.device();
        report(gateway, device, Kind.START, 0);
        report(gateway, device, Kind.STOP, 5_000_000_000L);
        report(gateway, TestContracts.device(), Kind.START, 900);
        emptyBudget(hotel);
        try (BrowserContext context = panel("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            assertThat(page.getByText("подбирают токены")).isVisible();
            shoot(page, "notice-ru");
            page.navigate(address("/sessions"));
            assertThat(page.getByText(device.toString())).isVisible();
            assertThat(page.getByText("4,7 ГБ")).isVisible();
            assertThat(page.getByText("Шлюз в холле (MikroTik, 10.5.50.1)")).isVisible();
            shoot(page, "sessions-ru");
            page.navigate(address("/guest-page"));
            assertThat(page.getByText("/portal/" + hotel.slug())).isVisible();
            shoot(page, "guest-page-ru");
        }
        try (BrowserContext context = panel("en-US", 360, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            shoot(page, "notice-en-360");
            page.navigate(address("/sessions"));
            assertThat(page.getByText(device.toString())).isVisible();
            shoot(page, "sessions-en-360");
            page.navigate(address("/guest-page"));
            shoot(page, "guest-page-en-360");
        }
    }

    @Test
    void anAdministratorAddsAGatewayAndSeesItsKeyOnce() {
        Contract hotel = contracts.open();
        try (BrowserContext context = panel("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways"));
            page.getByText("Добавить шлюз").click();
            Locator dialog = page.locator("vaadin-dialog");
            dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Договор"))
                    .fill(hotel.number());
            page.locator("vaadin-combo-box-item").first().click();
            dialog.getByLabel("IP-адрес").fill("10.5.50");
            dialog.getByText("Сохранить").click();
            assertThat(page.locator("[slot=error-message]").getByText("От 1 до 64 символов"))
                    .isVisible();
            dialog.getByLabel("Название").fill("Холл " + hotel.number());
            dialog.getByText("Сохранить").click();
            assertThat(page.locator("[slot=error-message]").getByText("Нужен IP-адрес: 10.5.50.1"))
                    .isVisible();
            dialog.getByText("Несколько шлюзов с одного адреса").click();
            assertThat(dialog.getByText("Из Called-Station-Id")).isVisible();
            shoot(page, "gateway-dialog-ru");
            dialog.getByLabel("IP-адрес").fill("10.5.50.1");
            dialog.getByLabel("Секрет RADIUS").fill("a-long-secret");
            dialog.getByText("Сохранить").click();
            assertThat(page.getByText("больше он не будет показан")).isVisible();
            assertThat(page.getByText("propusk_key = gk_")).isVisible();
            shoot(page, "gateway-key-ru");
            page.getByText("Я скопировал").click();
            assertThat(page.getByText("Холл " + hotel.number())).isVisible();
            shoot(page, "gateways-ru");
        }
        try (BrowserContext context = panel("en-US", 360, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways"));
            assertThat(page.locator("h1")).hasText("Gateways");
            shoot(page, "gateways-en-360");
            page.getByText("Add a gateway").click();
            assertThat(page.getByText("New gateway")).isVisible();
            page.getByText("Several gateways at one address").click();
            page.getByText("In Called-Station-Id").scrollIntoViewIfNeeded();
            shoot(page, "gateway-dialog-en-360");
        }
    }

    @Test
    void anAdministratorGivesAFreeRadiusServerAKeyAndSeesWhomItDidNotKnow() {
        for (String language : List.of("ru", "en")) {
            gateways.add(
                    contracts.open(),
                    new NewGateway(
                            "Контроллер " + language,
                            GatewayKind.OTHER,
                            Sources.parse("127.8.0.0/24"),
                            new Signs(List.of("Polar-" + language), List.of(), List.of(), List.of()),
                            NewGateway.DISCONNECT_PORT,
                            "shared-for-tests",
                            null,
                            List.of(),
                            null));
        }
        refused.note("203.0.113.40", Asked.by(Optional.of("hotel-gw")), Refusal.UNKNOWN_ADDRESS);
        refused.note("203.0.113.41", Asked.by(Optional.of("cafe-gw")), Refusal.NO_SIGN);
        for (String language : List.of("ru", "en")) {
            boolean russian = language.equals("ru");
            try (BrowserContext context =
                    panel(russian ? "ru-RU" : "en-US", 1280, russian ? ColorScheme.LIGHT : ColorScheme.DARK)) {
                Page page = signIn(context, contracts.administrator());
                page.navigate(address("/radius"));
                assertThat(page.getByText("203.0.113.40")).isVisible();
                page.getByLabel(russian ? "Адрес, с которого пришёл" : "Address it came from")
                        .fill("127.8.0.1");
                page.getByLabel("Called-Station-Id").fill("78-8A-20-59-C6-99:Polar-" + language);
                page.getByText(russian ? "Проверить" : "Try it").last().click();
                assertThat(page.getByText("Контроллер " + language)).isVisible();
                page.getByText(russian ? "Добавить сервер" : "Add a server").click();
                Locator dialog = page.locator("vaadin-dialog");
                dialog.locator("input").first().fill("radius-" + language);
                dialog.locator("input").nth(1).fill("127.0.0.1");
                shoot(page, "radius-dialog-" + language);
                dialog.getByText(russian ? "Добавить сервер" : "Add a server").click();
                assertThat(page.getByText("PROPUSK_RADIUS_KEY=rk_")).isVisible();
                shoot(page, "radius-key-" + language);
                page.getByText(russian ? "Я скопировал" : "I have copied it").click();
                assertThat(page.getByText("radius-" + language).first()).isVisible();
                shoot(page, "radius-" + language);
            }
            try (BrowserContext context =
                    panel(russian ? "ru-RU" : "en-US", 360, russian ? ColorScheme.DARK : ColorScheme.LIGHT)) {
                Page page = signIn(context, contracts.administrator());
                page.navigate(address("/radius"));
                assertThat(page.getByText("203.0.113.40")).isVisible();
                shoot(page, "radius-" + language + "-360");
            }
        }
    }

    private static NewGateway gateway() {
        return new NewGateway(
                "Шлюз в холле",
                GatewayKind.MIKROTIK,
                null,
                "10.5.50.1",
                NewGateway.DISCONNECT_PORT,
                null,
                null,
                List.of(URI.create("http://10.5.50.1/login")));
    }

    private void report(Keyed gateway, MacAddress device, Kind kind, long bytes) {
        accounting.report(
                keys.find(gateway.key().value()).orElseThrow(),
                new AccountingReport(
                        kind,
                        NasName.NONE,
                        device.toString(),
                        device,
                        device.toString(),
                        null,
                        null,
                        List.of(AddressBlock.of(NetworkAddress.parse("10.5.50.77"))),
                        new Octets(bytes / 100, true),
                        new Octets(bytes, true),
                        ReportedTimes.NONE,
                        null));
    }

    private void emptyBudget(Contract contract) {
        jdbc.sql("insert into guessing_budget (id, remaining, at) values (?, 0, ?)")
                .params("contract GATEWAY " + contract.id(), InstantConverter.toUtc(clock.instant()))
                .update();
    }

    private TokenCode generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst()
                        .code());
    }

    private Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(address("/"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(TestContracts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

    private static BrowserContext phone(String language, ColorScheme scheme) {
        return browser.plainPhone(language, scheme);
    }

    private static BrowserContext panel(String locale, int width, ColorScheme scheme) {
        return browser.context(locale, width, scheme);
    }

    /** Nothing stands beyond the edge, and no text is missing. */
    private static void shoot(Page page, String name) {
        TestBrowser.picture(page, name);
        assertThat(page.content()).doesNotContain("!ru:", "!en:");
        Locator card = page.locator("main.card");
        if (card.count() > 0) {
            BoundingBox box = card.boundingBox();
            assertThat(box.x + box.width).isLessThanOrEqualTo(TestBrowser.NARROWEST);
        }
    }

    private String portal(Contract contract, String page) {
        return address("/portal/" + contract.slug() + page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
