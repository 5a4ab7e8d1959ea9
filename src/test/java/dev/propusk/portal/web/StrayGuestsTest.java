package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests whom equipment leads to an address of its own making, below the network's portal or beside it. */
class StrayGuestsTest extends GatewaysGuests {
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final String ACCESS_POINT = "78:8a:20:59:c6:99";

    private final String client = "203.0.113." + CLIENTS.incrementAndGet();

    @BeforeEach
    void openABelievingContract() {
        hotel = contracts.open();
    }

    @Test
    void whomUnifiLedToTheHostAloneComesToTheNetworkThatItNames() throws Exception {
        gateways.add(hotel, unifi("", List.of()));
        String query = unifiQuery(hotel);
        HttpResponse<String> led = stray("/guest/s/default/?" + query);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(led.headers().firstValue("Location")).hasValue("/portal/" + hotel.slug() + "?" + query);
        assertThat(get(query).body()).contains(">" + device + "</bdi>");
    }

    @Test
    void theGuestsAddressTellsNetworksOfOneNameApart() throws Exception {
        gateways.add(hotel, unifi(client, List.of()));
        assertThat(stray("/guest/s/default/?ap=" + ACCESS_POINT + "&id=" + device)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/portal/" + hotel.slug() + "?"));
        Contract cafe = contracts.open();
        gateways.add(cafe, unifi(client, List.of()));
        assertThat(stray("/guest/s/default/?ap=" + ACCESS_POINT + "&id=" + device)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stray("/guest/s/default/?" + unifiQuery(cafe)).statusCode())
                .as("the name alone is no sign of the gateway")
                .isEqualTo(404);
    }

    @Test
    void theAccessPointTellsThemApartToo() throws Exception {
        gateways.add(hotel, unifi(client, List.of("788a2059c699")));
        gateways.add(contracts.open(), unifi(client, List.of("788a2059c6aa")));
        assertThat(stray("/guest/s/default/?ap=" + ACCESS_POINT + "&id=" + device)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/portal/" + hotel.slug() + "?"));
    }

    @Test
    void aNetworkWithoutSuchAGatewayIsNotMeant() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.MIKROTIK, client, "http://10.5.50.1/login"));
        assertThat(stray("/guest/s/default/?" + unifiQuery(hotel)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/guest",
                "/guest/",
                "/guest/s/default/",
                "/guest/s/default/?ap=x&id=y&ssid=%00",
                "/guest/s/default/?ssid=%3Cb%3E",
                "/portal",
                "/portal/",
                "/portal/no-such-hotel",
                "/portal/no-such-hotel/guest/s/default/"
            })
    void nobodyIsLedToTheStaffsPages(String address) throws Exception {
        HttpResponse<String> page = stray(address + (address.contains("?") ? "&" : "?") + "lang=ru");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("data-error=\"network\"", "Обратитесь к персоналу", "lang=\"ru\"", "English")
                .doesNotContain("vaadin", "username", "<script", "!ru:", "name=\"identifier\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guest/s/default/", "/guest/s/a%20b/", "/login", "/x/y/z.html"})
    void belowTheNetworksAddressEverythingIsItsPage(String below) throws Exception {
        HttpResponse<String> page = get(unifiQuery(hotel) + "&lang=en", below);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("name=\"identifier\"", ">" + device + "</bdi>")
                .doesNotContain("vaadin");
        HttpResponse<String> done = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + action(page)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "identifier=" + generate().value()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(done.body()).contains("data-identified-until");
    }

    @Test
    void aNetworksAddressIsReadInCapitalsToo() throws Exception {
        assertThat(stray("/portal/" + hotel.number().toUpperCase(Locale.ROOT)).body())
                .contains("name=\"identifier\"");
    }

    @Test
    void whoIsOnTheWrongPageIsToldWhatToDo() throws Exception {
        HttpResponse<String> page = post("lang=ru", generate().value(), "");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("data-error=\"device\"", "Мы не видим ваше устройство");
    }

    private static String action(HttpResponse<String> page) {
        return plain(page).replaceAll("(?s).* action=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
    }

    private String unifiQuery(Contract network) {
        return "ap=" + ACCESS_POINT + "&id=" + device + "&t=1742398732&url=http://captive.apple.com%2F&ssid="
                + encoded(network.ssid());
    }

    private static NewGateway unifi(String address, List<String> accessPoints) {
        return new NewGateway(
                "UniFi",
                GatewayKind.UNIFI,
                Sources.parse(address),
                new Signs(List.of(), accessPoints, List.of(), List.of()),
                NewGateway.DISCONNECT_PORT,
                null,
                null,
                List.of(),
                null);
    }

    /** By the tests' trusted proxy, in the name of a client of this test's own. */
    private HttpResponse<String> stray(String address) throws Exception {
        try (HttpClient proxy = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            return proxy.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                            .header("X-Forwarded-For", client)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
