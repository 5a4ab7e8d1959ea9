package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.portal.PortalNotes;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How guests come from gateways, and go back. */
@PropuskTest
class PortalVisitTest {
    private static final String SECRET = "uam-secret";
    private static final String CHALLENGE = "0123456789abcdef0123456789abcdef";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    Identification identification;

    @Autowired
    PortalNotes notes;

    @Autowired
    Accounting accounting;

    @Autowired
    GatewayKeys keys;

    @Autowired
    PublicSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final MacAddress device = TestContracts.device();
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.openBelievingNoLink();
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from guessing_budget").update();
    }

    @Test
    void aSignedRedirectVouchesForTheDeviceAndLeadsBackWithTheHiddenCode() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        String query = signed("res=notyet&uamip=10.1.0.1&uamport=3990&challenge=" + CHALLENGE + "&mac="
                + device.toString().replace(':', '-') + "&lang=fr");
        HttpResponse<String> page = get(query + "&lang=ru");
        assertThat(plain(page))
                .contains("Введите токен", device.toString(), "md=")
                .doesNotContain("name=\"mac\"");
        TokenCode code = generate();
        HttpResponse<String> done = post(query + "&lang=en", code.grouped(), "");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(plain(done))
                .contains("data-identified-until")
                .contains("href=\"http://10.1.0.1:3990/logon?username=" + code + "&amp;response=" + chap(code) + "\"");
        assertThat(get(query).body()).contains("data-identified-until");
    }

    @Test
    void aForgedOrForeignSignatureVouchesForNothing() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        String query = signed("res=notyet&mac=" + device);
        identify();
        assertThat(get(query).body()).contains("data-identified-until");
        String forged = query.replace("md=", "md=00").replaceFirst("..$", "");
        assertThat(get(forged).body()).doesNotContain("data-identified-until", "class=\"mac\"");
        assertThat(get(query.replace("notyet", "success")).body()).doesNotContain("data-identified-until");
        assertThat(post(forged, generate().value(), "").body()).contains("data-error=\"device\"");
    }

    @Test
    void onlyASignedRedirectEndsTheTokenOfAnotherNetwork() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        Contract cafe = contracts.open();
        TokenCode ofCafe = generate(cafe);
        identification.identify(Attempt.atGateway(cafe.id(), cafe.id().value(), device), ofCafe);
        Contract believing = contracts.open();
        post(believing, "", generate(believing).value(), "&mac=" + device);
        assertThat(identification.find(cafe.id(), device)).isPresent();
        post(signed("res=notyet&mac=" + device), generate().value(), "");
        assertThat(identification.find(cafe.id(), device)).isEmpty();
    }

    @Test
    void thePortalLeadsBackOnlyIntoAConfiguredGateway() throws Exception {
        hotel = contracts.open();
        gateways.add(hotel, gateway(GatewayKind.MIKROTIK, null, "http://10.5.50.1/login"));
        TokenCode code = generate();
        String right =
                "&mac=" + device + "&login=" + encoded("http://10.5.50.1:80/login?dst=http%3A%2F%2Fevil.example");
        assertThat(plain(post("", code.value(), right)))
                .contains("href=\"http://10.5.50.1:80/login?username=" + code + "&amp;password=" + code + "\"");
        for (String wrong : List.of(
                "https://10.5.50.1/login",
                "http://10.5.50.1:8080/login",
                "http://10.5.50.1.evil.example/login",
                "http://10.5.50.1@evil.example/login",
                "javascript:alert(1)",
                "//evil.example/login",
                "not an address")) {
            String body = post("", code.value(), "&mac=" + device + "&login=" + encoded(wrong))
                    .body();
            assertThat(body).contains("data-identified-until").doesNotContain("class=\"button\"");
        }
    }

    @Test
    void guestsBehindAGatewaysAddressDontShareAStrangersBudget() throws Exception {
        hotel = contracts.open();
        for (int i = 0; i < 20; i++) {
            assertThat(guess().statusCode()).isEqualTo(422);
        }
        HttpResponse<String> slowed = guess();
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).contains("data-error=\"slowed\"");
        assertThat(Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        gateways.add(hotel, gateway(GatewayKind.OTHER, "127.0.0.1", "http://10.5.50.1"));
        assertThat(guess().statusCode()).isEqualTo(422);
    }

    @Test
    void whoseTimeIsOverIsToldSo() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        assertThat(get("lang=ru", "/over").body()).contains("Ваше время закончилось.", "name=\"identifier\"");
        assertThat(get("lang=en", "/over").body()).contains("Your time is over");
        String query = signed("res=notyet&mac=" + device);
        identify();
        clock.advance(Duration.ofDays(2));
        assertThat(get(query + "&lang=en").body()).contains("Your time ended on", "name=\"identifier\"");
        clock.advance(Duration.ofDays(2));
        assertThat(get(query + "&lang=en").body()).doesNotContain("Your time ended on");
    }

    @Test
    void aDeviceThatCanBeKnownLearnsWhetherItIsCaptive() throws Exception {
        Keyed gateway = gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        assertThat(get("mac=" + device, "/captive").statusCode()).isEqualTo(404);
        String query = signed("mac=" + device, "/captive");
        HttpResponse<String> held = get(query, "/captive");
        assertThat(held.headers().firstValue("Content-Type")).hasValue("application/captive+json");
        assertThat(held.body()).contains("\"captive\":true", "/portal/" + hotel.slug());
        identify();
        accounting.report(
                keys.find(gateway.key().value()).orElseThrow(),
                AccountingReport.of(
                        AccountingReport.Kind.START,
                        "c1",
                        device,
                        AddressBlock.read("127.0.0.1").stream().toList()));
        assertThat(get("", "/captive").body())
                .contains(
                        "\"captive\":false",
                        "\"seconds-remaining\":" + Duration.ofDays(2).toSeconds());
    }

    @Test
    void theOwnersNoteIsShownAndTheFirstViewStaysUnderThirtyKibibytes() throws Exception {
        String note = "Токен выдаёт администратор на стойке, круглосуточно. <b>";
        contracts.asOwner(hotel, () -> {
            notes.change(hotel.id(), note, "");
            return note;
        });
        HttpResponse<String> page = get("lang=ru");
        assertThat(page.body()).contains("Токен выдаёт администратор на стойке, круглосуточно. &lt;b&gt;");
        long assets = Files.size(Path.of("frontend/portal.css")) + Files.size(Path.of("frontend/icons/propusk.svg"));
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length + assets).isLessThan(30 * 1024L);
        assertThat(page.body()).doesNotContain("<script", "http://", "https://");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** The template writes {@code =} as a character reference. */
    private static String plain(HttpResponse<String> page) {
        return page.body().replace("&#x3D;", "=");
    }

    private static NewGateway gateway(GatewayKind kind, @Nullable String address, String login) {
        return new NewGateway(
                "Шлюз", kind, null, address, NewGateway.DISCONNECT_PORT, null, SECRET, List.of(URI.create(login)));
    }

    private void identify() {
        identification.identify(Attempt.atGateway(hotel.id(), hotel.id().value(), device), generate());
    }

    private HttpResponse<String> guess() throws Exception {
        return post("", "100000000000", "&mac=" + TestContracts.device());
    }

    private String signed(String query) throws Exception {
        return signed(query, "");
    }

    private String signed(String query, String page) throws Exception {
        String address = settings.at("/portal/" + hotel.slug() + page) + "?" + query;
        return query + "&md="
                + HexFormat.of().withUpperCase().formatHex(md5((address + SECRET).getBytes(StandardCharsets.UTF_8)));
    }

    private static String chap(TokenCode code) throws Exception {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(HexFormat.of().parseHex(CHALLENGE));
        byte[] hidden = md5.digest(SECRET.getBytes(StandardCharsets.US_ASCII));
        md5.update((byte) 0);
        md5.update(code.value().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(md5.digest(hidden));
    }

    private static byte[] md5(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("MD5").digest(bytes);
    }

    private TokenCode generate() {
        return generate(hotel);
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

    private HttpResponse<String> get(String query) throws Exception {
        return get(query, "");
    }

    private HttpResponse<String> get(String query, String page) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(hotel, page, query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String query, String identifier, String more) throws Exception {
        return post(hotel, query, identifier, more);
    }

    private HttpResponse<String> post(Contract contract, String query, String identifier, String more)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(contract, "", query))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("identifier=" + encoded(identifier) + more))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI address(Contract contract, String page, String query) {
        return URI.create("http://127.0.0.1:" + port + "/portal/" + contract.slug() + page
                + (query.isEmpty() ? "" : "?" + query));
    }
}
