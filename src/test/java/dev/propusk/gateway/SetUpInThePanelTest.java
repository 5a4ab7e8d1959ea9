package dev.propusk.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything is set up by hand in the panel, beside a FreeRADIUS that runs: two gateways behind one address, a range with forty
 * access points, and one controller for three contracts.
 */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class SetUpInThePanelTest extends TriedRadius {
    @Autowired
    Contacts contacts;

    private static final int POINTS = 40;
    private static TestBrowser browser;

    private final int block = ThreadLocalRandom.current().nextInt(1, 250);
    private final String range = "127.66." + block + ".";
    private final String controller = "127.67." + block + ".1";

    /** A network, and what its equipment says of itself. */
    private record Place(Contract contract, String from, String nas, String ssid) {}

    /** A guest who enters a token there. */
    private record Guest(Place place, Token token, MacAddress device) {}

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

    @Test
    void eachNetworksTokensAreLetInAndCountedWithinAMinuteAndNothingIsRestarted() throws Exception {
        List<Place> networks = List.of(
                new Place(contracts.open(), address, "east-gw", ""),
                new Place(contracts.open(), address, "west-gw", ""),
                new Place(contracts.open(), range + "0/26", "", ""),
                new Place(contracts.open(), controller, "", "Polar"),
                new Place(contracts.open(), controller, "", "Cafe"),
                new Place(contracts.open(), controller, "", "Санаторий"));
        List<Guest> guests = new ArrayList<>();
        networks.forEach(place -> guests.addAll(guests(place)));
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = TestBrowser.open(context, address("/radius"), contracts.administrator());
            startHere(addServer(page));
            long begun = System.nanoTime();
            networks.forEach(place -> addGateway(page, place));
            assertThat(letIn(guests)).isEmpty();
            assertThat(report(guests)).isEmpty();
            for (Place place : networks) {
                assertThat(contracts.asOwner(
                                place.contract(),
                                () -> sessions.of(place.contract().id())))
                        .extracting(DeviceSession::device)
                        .containsExactlyInAnyOrderElementsOf(guests.stream()
                                .filter(guest -> guest.place().contract().equals(place.contract()))
                                .map(Guest::device)
                                .toList());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
            tryEach(page, networks);
        }
    }

    /** From the page that says what each was heard of. */
    private void tryEach(Page page, List<Place> networks) {
        contacts.write();
        page.setViewportSize(1280, 2000);
        for (Place place : networks) {
            page.navigate(address("/gateways?q=" + place.contract().number()));
            page.getByText("Состояние").click();
            assertThat(page.getByText("устройство впущено")).isVisible();
            page.getByText("Проверить").click();
            assertThat(page.getByText("Работает: шлюз узнали")).isVisible();
        }
        TestBrowser.picture(page, "gateway-tried-ru");
    }

    /** As many as there are access points; of the others one. */
    private List<Guest> guests(Place place) {
        int many = place.from().startsWith(range) ? POINTS : 1;
        List<Token> tokens = contracts.asOwner(
                place.contract(),
                () -> generation
                        .generate(
                                place.contract().id(),
                                new TokenRequest(many, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens());
        return IntStream.range(0, many)
                .mapToObj(i -> new Guest(
                        many == 1 ? place : new Place(place.contract(), range + (i + 1), "point-" + i, "Range"),
                        tokens.get(i),
                        TestContracts.device()))
                .toList();
    }

    private String addServer(Page page) {
        page.getByText("Добавить сервер").click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("input").first().fill("radius-" + block);
        dialog.locator("input").nth(1).fill("127.0.0.1");
        dialog.getByText("Добавить сервер").click();
        Locator line = page.getByText("PROPUSK_RADIUS_KEY=rk_");
        assertThat(line).isVisible();
        String key = line.innerText().replaceAll("(?s).*PROPUSK_RADIUS_KEY=(rk_\\w+).*", "$1");
        page.getByText("Я скопировал").click();
        return key;
    }

    private void addGateway(Page page, Place place) {
        page.navigate(address("/gateways"));
        page.getByText("Добавить шлюз").click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Договор"))
                .fill(place.contract().number());
        page.locator("vaadin-combo-box-item").first().click();
        dialog.getByLabel("Название").fill("Шлюз " + place.nas() + place.ssid());
        dialog.getByLabel("IP-адрес").fill(place.from());
        dialog.getByLabel("Секрет RADIUS").fill(SECRET);
        if (!(place.nas() + place.ssid()).isEmpty()) {
            dialog.getByText("Несколько шлюзов с одного адреса").click();
            dialog.getByLabel("NAS-Identifier").fill(place.nas());
            dialog.getByLabel("SSID").fill(place.ssid());
        }
        dialog.getByText("Сохранить").click();
        page.getByText("Я скопировал").click();
    }

    private List<String> letIn(List<Guest> guests) {
        return unanswered(
                guests,
                authPort,
                "auth",
                "Received Access-Accept",
                guest -> packet(guest, guest.token().code().value()) + "User-Password = \"x\"\n");
    }

    private List<String> report(List<Guest> guests) {
        return unanswered(
                guests,
                acctPort,
                "acct",
                "Received Accounting-Response",
                guest -> packet(guest, guest.device().toString()) + "Acct-Status-Type = Start\nAcct-Session-Id = \""
                        + guest.device() + "\"\n");
    }

    /** Each from an address of its own, some at once; what was said to those to whom that was not. */
    private static List<String> unanswered(
            List<Guest> guests, int port, String kind, String wanted, Function<Guest, String> packet) {
        return guests.parallelStream()
                .map(guest -> sent(port, kind, packet.apply(guest)))
                .filter(said -> !said.contains(wanted))
                .toList();
    }

    private static String sent(int port, String kind, String packet) {
        try {
            return FreeRadius.radclient(port, kind, SECRET, packet, "-r", "3", "-t", "2");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String packet(Guest guest, String user) {
        Place place = guest.place();
        return "User-Name = \"" + user + "\"\nCalling-Station-Id = \"" + guest.device() + "\"\n"
                + (place.nas().isEmpty() ? "" : "NAS-Identifier = \"" + place.nas() + "\"\n")
                + (place.ssid().isEmpty() ? "" : "Called-Station-Id = \"78-8A-20-59-C6-99:" + place.ssid() + "\"\n")
                + "Message-Authenticator = 0x00\nPacket-Src-IP-Address = " + place.from() + "\n";
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
