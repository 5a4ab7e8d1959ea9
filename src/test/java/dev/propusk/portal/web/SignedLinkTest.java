package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import dev.propusk.web.PublicSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a gateway signed is what counts, for a while, and for the device that it was signed for (gateway 9). */
@PropuskTest
class SignedLinkTest {
    private static final String SECRET = "a-secret-of-twenty-letters";
    private static final String PHONE = "203.0.113.7";
    private static final String PHONE_IPV6 = "2001:db8:7::1";
    private static final String STRANGER = "198.51.100.9";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    Identification identification;

    @Autowired
    PublicSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final MacAddress own = TestContracts.device();
    private final MacAddress victim = TestContracts.device();
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.openBelievingNoLink();
        gateways.add(hotel, gateway(null));
    }

    @Test
    void whatStandsBehindTheSignatureTellsNothingOfAnotherDevice() throws Exception {
        identify(hotel, victim);
        String signed = signed("res=notyet&mac=" + own + "&ip=10.1.0.5");
        String forOther = signed.replace(own.toString(), victim.toString());
        for (String tried : List.of(
                signed + "&mac=" + victim,
                "mac=" + victim + "&" + signed,
                signed.replace("&md=", "&mac=" + victim + "&md="),
                signed + "&md=00&mac=" + victim,
                signed + "&mac=" + victim + "&" + signed.substring(signed.indexOf("md=")),
                forOther,
                signed.substring(signed.indexOf("md=")) + "&" + signed.replaceFirst("&md=.*", "") + "&mac=" + victim,
                signed + "&login=http://10.1.0.1:3990/&uamip=10.1.0.1&mac=" + victim)) {
            assertThat(get(PHONE, tried)).as(tried).doesNotContain("data-identified-until", named(victim));
        }
        assertThat(get(PHONE, signed + "&mac=" + victim)).contains(named(own));
    }

    @Test
    void whatStandsBehindTheSignatureEndsNoTokenOfAnotherDevice() throws Exception {
        Contract cafe = contracts.open();
        identify(cafe, victim);
        String signed = signed("res=notyet&mac=" + own);
        post(PHONE, signed + "&mac=" + victim, generate(hotel).value(), "");
        post(PHONE, signed, generate(hotel).value(), "&mac=" + victim);
        post(
                PHONE,
                signed("res=notyet&mac=" + victim + "&mac=" + own),
                generate(hotel).value(),
                "");
        assertThat(identification.find(cafe.id(), victim)).isPresent();
        assertThat(identification.find(hotel.id(), victim)).isEmpty();
    }

    @Test
    void theWayBackAndItsChallengeAreThoseThatWereSigned() throws Exception {
        String signed = signed("res=notyet&uamip=10.1.0.1&uamport=3990&challenge=" + "ab".repeat(16) + "&mac=" + own);
        String code = generate(hotel).value();
        String page = post(
                PHONE, signed + "&login=http://10.1.0.1:3991/&uamport=3991&challenge=" + "00".repeat(16), code, "");
        assertThat(wayBack(page)).startsWith("http://10.1.0.1:3990/logon?");
        assertThat(wayBack(page)).isEqualTo(wayBack(post(PHONE, signed, code, "")));
    }

    @Test
    void aLinkVouchesForTwoHoursAfterItWasOpened() throws Exception {
        identify(hotel, own);
        String link = signed("res=notyet&mac=" + own);
        assertThat(get(PHONE, link)).contains("data-identified-until");
        clock.advance(Duration.ofMinutes(119));
        assertThat(get(PHONE, link)).contains("data-identified-until");
        clock.advance(Duration.ofMinutes(1));
        assertThat(get(PHONE, link)).doesNotContain("data-identified-until", "class=\"mac\"");
        assertThat(post(PHONE, link, generate(hotel).value(), "")).contains("data-error=\"device\"");
        String next = signed("res=notyet&challenge=01&mac=" + own);
        assertThat(get(PHONE, next)).contains("data-identified-until");
    }

    @Test
    void aLinkIsForTheDeviceThatOpenedIt() throws Exception {
        identify(hotel, own);
        String link = signed("res=notyet&mac=" + own);
        assertThat(get(PHONE, link)).contains("data-identified-until");
        assertThat(get(STRANGER, link)).doesNotContain("data-identified-until", "class=\"mac\"");
        assertThat(post(STRANGER, link, generate(hotel).value(), "")).contains("data-error=\"device\"");
        assertThat(get(PHONE_IPV6, link)).contains("data-identified-until");
        assertThat(get("2001:db8:7::abcd", link)).contains("data-identified-until");
        assertThat(get("2001:db8:8::1", link)).doesNotContain("data-identified-until");
    }

    @Test
    void whoStandsBehindTheGatewaysAddressIsInItsNetwork() throws Exception {
        identify(hotel, own);
        String link = signed("res=notyet&mac=" + own);
        assertThat(get(PHONE, link)).contains("data-identified-until");
        gateways.add(hotel, gateway("192.0.2.4"));
        assertThat(get("192.0.2.4", link)).contains("data-identified-until");
        assertThat(get(STRANGER, link)).doesNotContain("data-identified-until");
    }

    @Test
    void onlyWhatAGatewaySignedIsRemembered() throws Exception {
        get(PHONE, "mac=" + own + "&md=" + "00".repeat(16));
        get(PHONE, signed("res=notyet&mac=" + own).replace("notyet", "success"));
        assertThat(remembered()).isZero();
        get(PHONE, signed("res=notyet&mac=" + own));
        get(PHONE, signed("res=notyet&mac=" + own));
        assertThat(remembered()).isEqualTo(1);
    }

    /** As the page tells a device which one it takes it for. */
    private static String named(MacAddress device) {
        return ">" + device + "</bdi>";
    }

    private int remembered() {
        return jdbc.sql("select count(*) from redirect_link where contract_id = ?")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    private static NewGateway gateway(@Nullable String address) {
        return new NewGateway(
                "Шлюз",
                GatewayKind.COOVACHILLI,
                null,
                address,
                NewGateway.DISCONNECT_PORT,
                null,
                SECRET,
                List.of(URI.create("http://10.1.0.1:3990"), URI.create("http://10.1.0.1:3991")));
    }

    private static String wayBack(String page) {
        return page.replaceAll("(?s).*href=\"(http://10[^\"]*)\".*", "$1");
    }

    private void identify(Contract contract, MacAddress device) {
        Attempt attempt = Attempt.atGateway(contract.id(), contract.id().value(), device);
        identification.identify(attempt, generate(contract));
    }

    private TokenCode generate(Contract contract) {
        TokenRequest request = new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null);
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), request)
                        .tokens()
                        .getFirst()
                        .code());
    }

    private String signed(String query) throws Exception {
        String address = settings.at("/portal/" + hotel.slug()) + "?" + query + SECRET;
        byte[] md = MessageDigest.getInstance("MD5").digest(address.getBytes(StandardCharsets.UTF_8));
        return query + "&md=" + HexFormat.of().withUpperCase().formatHex(md);
    }

    private String get(String client, String query) throws IOException {
        return send(client, "GET", query, "");
    }

    private String post(String client, String query, String code, String more) throws IOException {
        return send(client, "POST", query, "identifier=" + code + more);
    }

    /** By the tests' trusted proxy, in the name of this client. */
    private String send(String client, String method, String query, String form) throws IOException {
        String request = method + " /portal/" + hotel.slug() + "?" + query + " HTTP/1.1\r\nHost: wifi\r\n"
                + "Connection: close\r\nX-Forwarded-For: " + client + "\r\n"
                + (form.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
