package dev.propusk.portal.web;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.session.Accounting;
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
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guests who come to the portal from a gateway. */
@PropuskTest
abstract class GatewaysGuests {
    static final String SECRET = "uam-secret";
    static final String CHALLENGE = "0123456789abcdef0123456789abcdef";

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

    final HttpClient http = HttpClient.newHttpClient();
    final MacAddress device = TestContracts.device();
    Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.openBelievingNoLink();
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from guessing_budget").update();
    }

    /** The template writes {@code =} as a character reference. */
    static String plain(HttpResponse<String> page) {
        return page.body().replace("&#x3D;", "=");
    }

    static NewGateway gateway(GatewayKind kind, @Nullable String address, String login) {
        return new NewGateway(
                "Шлюз", kind, null, address, NewGateway.DISCONNECT_PORT, null, SECRET, List.of(URI.create(login)));
    }

    void identify() {
        identification.identify(Attempt.atGateway(hotel.id(), hotel.id().value(), device), generate());
    }

    HttpResponse<String> guess() throws Exception {
        return post("", "100000000000", "&mac=" + TestContracts.device());
    }

    String signed(String query) throws Exception {
        return signed(query, "");
    }

    String signed(String query, String page) throws Exception {
        String address = settings.at("/portal/" + hotel.slug() + page) + "?" + query;
        return query + "&md="
                + HexFormat.of().withUpperCase().formatHex(md5((address + SECRET).getBytes(StandardCharsets.UTF_8)));
    }

    static String chap(TokenCode code) throws Exception {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(HexFormat.of().parseHex(CHALLENGE));
        byte[] hidden = md5.digest(SECRET.getBytes(StandardCharsets.US_ASCII));
        md5.update((byte) 0);
        md5.update(code.value().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(md5.digest(hidden));
    }

    static byte[] md5(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("MD5").digest(bytes);
    }

    TokenCode generate() {
        return generate(hotel);
    }

    TokenCode generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst()
                        .code());
    }

    HttpResponse<String> get(String query) throws Exception {
        return get(query, "");
    }

    HttpResponse<String> get(String query, String page) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(hotel, page, query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String query, String identifier, String more) throws Exception {
        return post(hotel, query, identifier, more);
    }

    HttpResponse<String> post(Contract contract, String query, String identifier, String more) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(contract, "", query))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("identifier=" + encoded(identifier) + more))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    URI address(Contract contract, String page, String query) {
        return URI.create("http://127.0.0.1:" + port + "/portal/" + contract.slug() + page
                + (query.isEmpty() ? "" : "?" + query));
    }
}
