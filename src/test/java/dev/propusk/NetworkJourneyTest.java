package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network side as guests see it, and what staff see of them. */
class NetworkJourneyTest extends NetworkJourney {
    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    PortalNotes notes;

    @Autowired
    Accounting accounting;

    @Autowired
    GatewayKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

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
        report(gateway, device, "10.5.50.77", Kind.START, 0);
        report(gateway, device, "10.5.50.77", Kind.STOP, 4_700_000_000L);
        MacAddress online = TestContracts.device();
        letIn(hotel, online);
        report(gateway, online, "10.5.50.78", Kind.START, 900);
        emptyBudget(hotel);
        try (BrowserContext context = panel("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            assertThat(page.getByText("подбирают токены")).isVisible();
            shoot(page, "notice-ru");
            page.navigate(address("/sessions"));
            assertThat(page.getByText(online.toString())).isVisible();
            assertThat(page.getByText("Шлюз в холле (MikroTik, 10.5.50.1)")).isVisible();
            shoot(page, "sessions-ru");
            page.getByText("Отключить").click();
            assertThat(page.getByText("Отключить " + online + "?")).isVisible();
            shoot(page, "session-end-ru");
            page.keyboard().press("Escape");
            page.getByText("Все сеансы").click();
            assertThat(page.getByText("4,7 ГБ")).isVisible();
            shoot(page, "sessions-all-ru");
            // somebody comes while the page is open
            page.getByText("Сейчас в сети").click();
            Locator comes = page.locator("span:visible", new Page.LocatorOptions().setHasText(device.toString()));
            assertThat(comes).hasCount(0);
            clock.advance(Duration.ofMinutes(2));
            report(gateway, device, "10.5.50.77", Kind.START, 1);
            assertThat(comes).isVisible();
            page.navigate(address("/guest-page"));
            assertThat(page.getByText("/portal/" + hotel.slug())).isVisible();
            shoot(page, "guest-page-ru");
        }
        try (BrowserContext context = panel("en-US", 360, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            shoot(page, "notice-en-360");
            page.navigate(address("/sessions"));
            assertThat(page.getByText(online.toString())).isVisible();
            shoot(page, "sessions-en-360");
            page.navigate(address("/sessions?q=nobody"));
            assertThat(page.getByText("Nothing")).isVisible();
            shoot(page, "sessions-empty-en-360");
            page.navigate(address("/guest-page"));
            shoot(page, "guest-page-en-360");
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

    private void report(Keyed gateway, MacAddress device, String address, Kind kind, long bytes) {
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
                        List.of(AddressBlock.of(NetworkAddress.parse(address))),
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
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), "№ 12", null))
                        .tokens()
                        .getFirst()
                        .code());
    }

    private void letIn(Contract contract, MacAddress device) {
        activation.activate(contract.id(), generate(contract), device);
    }

    private static BrowserContext phone(String language, ColorScheme scheme) {
        return browser.plainPhone(language, scheme);
    }

    private String portal(Contract contract, String page) {
        return address("/portal/" + contract.slug() + page);
    }
}
