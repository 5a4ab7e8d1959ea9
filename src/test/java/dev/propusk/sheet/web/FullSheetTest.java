package dev.propusk.sheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sheet of all that a contract holds, by the server itself: what it and a proxy take of an address has a limit. */
@PropuskTest
class FullSheetTest {
    /** What nginx takes of an answer's head as it comes. */
    private static final int PROXY = 4096;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void twoHundredTokensArePrintedAndTheirSheetOpensAgain() throws Exception {
        Contract hotel = contracts.open();
        TokenRequest all = new TokenRequest(TokenRequest.MAX_COUNT, Reuse.SINGLE_USE, Term.ofDays(1), null, null);
        List<Token> made = contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), all).tokens());
        post(
                "/login",
                "username=" + encoded(contracts.login(hotel, Role.OWNER)) + "&password="
                        + encoded(TestContracts.PASSWORD));
        HttpResponse<byte[]> printed = post("/sheet.pdf", "paper=RECEIPT");
        assertThat(printed.statusCode()).isEqualTo(303);
        assertThat(length(printed)).isLessThan(PROXY);
        String address = printed.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> sheet = get(address);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("X-Propusk-Tokens")).hasValue("200");
        activation.activate(hotel.id(), made.getFirst().code(), TestContracts.device());
        HttpResponse<byte[]> later = get(address);
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(new String(later.body(), StandardCharsets.UTF_8)).contains("Nothing was printed");
        assertThat(get(address.replace("tokens=", "tokens=!")).statusCode()).isEqualTo(409);
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        return http.send(
                request(address).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String form) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(path));
    }

    private static int length(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\r\n"))
                .mapToInt(String::length)
                .sum();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
