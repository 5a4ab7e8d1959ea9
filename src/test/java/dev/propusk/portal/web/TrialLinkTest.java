package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.identification.Identification;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal tried from a desk, in a network that believes no link. */
@PropuskTest
class TrialLinkTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TrialLinks trials;

    @Autowired
    Generation generation;

    @Autowired
    Identification identification;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.openBelievingNoLink();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from guessing_budget").update();
    }

    @Test
    void aTokenIsEnteredAsAGuestWould() throws Exception {
        String trial = trialOf(hotel);
        HttpResponse<String> page = get(hotel, trial);
        assertThat(page.body().replace("&#x3D;", "="))
                .contains("Это проба", "action=\"/portal/" + hotel.slug() + "?trial=" + trial + "&amp;lang=ru\"");

        HttpResponse<String> done = post(hotel, code(), trial);

        assertThat(done.body()).contains("data-identified-until");
        assertThat(identification.find(hotel.id(), TrialLinks.DEVICE)).isPresent();
    }

    @Test
    void aTrialIsOfOneNetworkForAnHour() throws Exception {
        String trial = trialOf(hotel);
        Contract cafe = contracts.openBelievingNoLink();
        assertThat(post(cafe, code(), trial).body()).contains("data-error=\"device\"");
        assertThat(post(hotel, code(), "9" + trial).body()).contains("data-error=\"device\"");
        assertThat(post(hotel, code(), trial.replaceFirst(".$", "~")).body()).contains("data-error=\"device\"");
        clock.advance(Duration.ofMinutes(61));
        assertThat(post(hotel, code(), trial).body()).contains("data-error=\"device\"");
    }

    private String trialOf(Contract network) {
        return trials.make(network).getQuery().substring("trial=".length());
    }

    private String code() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst()
                        .code()
                        .value());
    }

    private HttpResponse<String> get(Contract network, String trial) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(network, "?trial=" + trial))
                        .header("Accept-Language", "ru")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Contract network, String code, String trial) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(network, ""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("identifier=" + code + "&trial=" + trial))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(Contract network, String query) {
        return URI.create("http://127.0.0.1:" + port + "/portal/" + network.slug() + query);
    }
}
