package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.identification.Attempt;
import dev.propusk.token.TokenCode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How guests come from gateways, and go back. */
class PortalVisitTest extends GatewaysGuests {
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
        assertThat(slowed.body())
                .contains("data-error=\"slowed\"")
                .containsPattern("Wait \\d+ minutes?, or ask the staff");
        assertThat(Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        gateways.add(hotel, gateway(GatewayKind.OTHER, "127.0.0.1", "http://10.5.50.1"));
        assertThat(guess().statusCode()).isEqualTo(422);
    }
}
