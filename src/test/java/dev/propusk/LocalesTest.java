package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.key.TestKeys;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.support.Certificates;
import dev.propusk.support.Finding;
import dev.propusk.support.Lookup;
import dev.propusk.support.Question;
import dev.propusk.token.TokenCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A token's whole life on machines whose own locale writes other digits, or other small letters. */
@PropuskTest
class LocalesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Locale USUAL = Locale.getDefault();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    TestGateways gateways;

    @Autowired
    Lookup lookup;

    @Autowired
    Certificates certificates;

    @LocalServerPort
    int port;

    @AfterEach
    void putBack() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "ar-EG"})
    void aTokenIsGeneratedPrintedEnteredFoundAndCertified(String machines) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(machines));
        Contract hotel = contracts.open();
        ApiClient api = new ApiClient(port, keys.of(hotel));
        MacAddress device = TestContracts.device();

        JsonNode token = api.post("/tokens", "{\"count\":2,\"reuse\":\"SINGLE_USE\",\"days\":7}")
                .json()
                .get("tokens")
                .get(0);
        TokenCode code = new TokenCode(token.get("code").stringValue());
        assertThat(text(api.get("/tokens/sheet.pdf").response().body())).contains(code.grouped());

        assertThat(enter(hotel, code, device)).containsPattern("data-identified-until=\"20[0-9T:.\\-]{17,}Z\"");
        JsonNode activated = api.get("/tokens/" + token.get("id").stringValue()).json();
        assertThat(activated.get("mac").stringValue()).isEqualTo(device.toString());
        assertThat(activated.get("expiresAt").stringValue()).matches("20[0-9T:.\\-]{17,}Z");
        assertThat(identified(hotel, device)).containsPattern("\"secondsRemaining\":[0-9]+");
        assertThat(api.get("/tokens?code=" + code + "&limit=1").json().get("tokens"))
                .hasSize(1);

        assertCertified(hotel, device);
    }

    private String enter(Contract hotel, TokenCode code, MacAddress device) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/portal/" + hotel.slug()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("identifier=" + code + "&mac=" + device))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private String identified(Contract hotel, MacAddress device) throws Exception {
        String key = gateways.add(hotel, NewGateway.named("Шлюз", GatewayKind.OTHER))
                .key()
                .value();
        HttpRequest request = HttpRequest.newBuilder(address("/gateway/v1/connect"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"mac\":\"" + device + "\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private void assertCertified(Contract hotel, MacAddress device) {
        PanelUser support = contracts.user(contracts.support());
        Question question =
                new Question(device.toString(), hotel.number(), null, null, ZoneId.of("Europe/Moscow"), "a letter");
        ActingAs.user(support, () -> {
            var answer = lookup.ask(question);
            assertThat(answer.findings())
                    .extracting(Finding::contract)
                    .extracting(Contract::id)
                    .containsExactly(hotel.id());
            byte[] pdf = certificates.make(question, Locale.ENGLISH);
            assertThat(text(pdf)).contains(device.toString());
            assertThat(certificates.verify(pdf).genuine())
                    .hasValueSatisfying(found -> assertThat(found.number()).matches("20[0-9]{6}-[0-9]{6}"));
            return true;
        });
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
