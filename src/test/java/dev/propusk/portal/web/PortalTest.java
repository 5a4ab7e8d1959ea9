package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PropuskTest
class PortalTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    @Test
    void thePageAsksInTheGuestsLanguageWithoutScriptOrCookie() throws Exception {
        HttpResponse<String> page = get("?lang=ru&mac=ac-de-48-01-02-03");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(hotel.ssid(), "AC:DE:48:01:02:03", "name=\"identifier\"", "Введите токен")
                .doesNotContain("<script", "!ru:", "data-error");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body().length()).isLessThan(8_000);
        assertThat(get("?lang=en").body()).contains("Enter your token");
    }

    @Test
    void aRightCodeIdentifiesTheDeviceUntilItsEndAndAgain() throws Exception {
        Token token = generate(Term.ofDays(2));
        MacAddress device = TestContracts.device();
        HttpResponse<String> first = post(token.code().grouped(), device.toString());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).containsPattern("data-identified-until=\"20[0-9T:.\\-]+Z\"");
        assertThat(post(token.code().value(), device.toString()).body()).isEqualTo(first.body());
        assertThat(post(token.code().value(), TestContracts.device().toString()).body())
                .contains("data-error=\"not-accepted\"", token.code().value());
    }

    @Test
    void anUnlimitedTokenSaysSo() throws Exception {
        assertThat(post(
                                generate(Term.UNLIMITED).code().value(),
                                TestContracts.device().toString())
                        .body())
                .contains("data-identified-until=\"unlimited\"");
    }

    @Test
    void unknownForeignAndUsedCodesAreAnsweredAlike() throws Exception {
        Token token = generate(Term.ofDays(1));
        post(token.code().value(), TestContracts.device().toString());
        String device = TestContracts.device().toString();
        Contract cafe = contracts.open();
        Token foreign = contracts.asOwner(
                cafe,
                () -> generation
                        .generate(cafe.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        String used = refused(token.code().value(), device);
        assertThat(refused(foreign.code().value(), device)).isEqualTo(used);
        assertThat(refused("100000000000", device)).isEqualTo(used);
        Token family = generate(new TokenRequest(1, Uses.of(2), Term.UNLIMITED, null, null, Limits.NONE));
        post(family.code().value(), TestContracts.device().toString());
        post(family.code().value(), TestContracts.device().toString());
        assertThat(refused(family.code().value(), device)).isEqualTo(used);
    }

    @Test
    void aPhoneNumberAndAnUnknownDeviceAreToldApart() throws Exception {
        String device = TestContracts.device().toString();
        assertThat(post("+7 916 123-45-67", device).body()).contains("data-error=\"phone\"");
        assertThat(post("1001234567890", device).body()).contains("data-error=\"not-accepted\"");
        HttpResponse<String> unknown = post("100123456789", "zz");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("data-error=\"device\"");
    }

    @Test
    void whoTypedTooFewDigitsIsToldHowManyAreMissing() throws Exception {
        String device = TestContracts.device().toString();
        HttpResponse<String> answer = post("100 123 45", device);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("data-error=\"short\"", "4 digits are missing: a token has 12.", "value=\"100 123 45\"");
        assertThat(post("10012345678", device).body()).contains("1 digit is missing");
        assertThat(post("１００ 123 456 7", device).body()).contains("2 digits are missing");
        assertThat(post("100 123 45x", device).body()).contains("data-error=\"not-accepted\"");
        assertThat(post("", device).body()).contains("data-error=\"not-accepted\"");
        assertThat(post("8 916 123 45 67", device).body()).contains("data-error=\"phone\"");
        assertThat(post("+٧ ٩١٦ ١٢٣−٤٥−٦٧", device).body()).contains("data-error=\"phone\"");
    }

    @Test
    void whoseDeviceIsNotSeenIsToldBeforeTypingAnything() throws Exception {
        assertThat(get("?lang=ru").body())
                .contains("data-error=\"device\"", "Подключитесь к этой сети Wi-Fi", "name=\"identifier\"")
                .doesNotContain("aria-invalid");
    }

    @Test
    void whatWasTypedIsShownAsTextOnly() throws Exception {
        assertThat(post("\"><script>alert(1)</script>", TestContracts.device().toString())
                        .body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    private String refused(String identifier, String mac) throws Exception {
        HttpResponse<String> answer = post(identifier, mac);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body().replace(identifier, "CODE");
    }

    private Token generate(Term term) {
        return generate(new TokenRequest(1, Reuse.SINGLE_USE, term, null, null));
    }

    private Token generate(TokenRequest request) {
        return contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
    }

    private HttpResponse<String> get(String query) throws Exception {
        return http.send(HttpRequest.newBuilder(address(query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String identifier, String mac) throws Exception {
        String form = "identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8) + "&mac="
                + URLEncoder.encode(mac, StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(address(""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String query) {
        return URI.create("http://127.0.0.1:" + port + "/portal/" + hotel.slug() + query);
    }
}
