package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.contract.Contract;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What those who run it see, and what browsers are told, with a port of their own for the metrics. */
@PropuskTest
@TestPropertySource(properties = {"management.server.port=0", "propusk.public-url=https://wifi.example.org"})
class OperationsTest {
    /** Wrong codes of a device in a row, by {@code propusk.guessing.device}. */
    private static final int BORNE_OF_A_DEVICE = 15;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void metricsAreOnAPortOfTheirOwnAndNowhereElse() throws Exception {
        assertThat(get(managementPort, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(get(port, "/actuator/prometheus").statusCode()).isIn(401, 403, 404);
        assertThat(get(port, "/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(port, "/actuator/env").statusCode()).isIn(401, 403, 404);
        assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get(managementPort, "/tokens").statusCode()).isNotEqualTo(200);
    }

    @Test
    void activationsAreCountedByWhatCameOfThem() throws Exception {
        Contract hotel = contracts.open();
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        assertThatThrownBy(() -> activation.activate(hotel.id(), token.code(), TestContracts.device()))
                .isInstanceOf(CodeNotAcceptedException.class);
        assertThatThrownBy(() -> activation.activate(hotel.id(), new TokenCode("100000000000"), TestContracts.device()))
                .isInstanceOf(CodeNotAcceptedException.class);
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .contains(
                        "propusk_activations_seconds_count{outcome=\"accepted\"}",
                        "propusk_activations_seconds_count{outcome=\"used\"}",
                        "propusk_activations_seconds_count{outcome=\"unknown\"}",
                        "propusk_sweep_lag_seconds",
                        "propusk_webhook_waiting",
                        "propusk_disconnects_waiting",
                        "hikaricp_connections_pending")
                .doesNotContain(token.code().value());
    }

    @Test
    void codesThatAreRefusedUnseenAreCounted() throws Exception {
        Contract hotel = contracts.open();
        HttpRequest guess = HttpRequest.newBuilder(address(port, "/portal/" + hotel.slug()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("identifier=100000000000&mac=0A:00:00:00:00:77"))
                .build();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < BORNE_OF_A_DEVICE + 1; i++) {
            answers.add(HTTP.send(guess, BodyHandlers.discarding()).statusCode());
        }
        assertThat(answers).isSubsetOf(422, 429).endsWith(429);
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .contains("propusk_guesses_refused_total{source=\"open-page\"}");
    }

    @Test
    void eachAnswerHasARequestIdAndABalancersOwnIsKept() throws Exception {
        assertThat(get(port, "/actuator/health").headers().firstValue("X-Request-Id"))
                .get()
                .asString()
                .hasSize(36);
        HttpRequest request = HttpRequest.newBuilder(address(port, "/actuator/health"))
                .header("X-Request-Id", "balancer-0001")
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).headers().firstValue("X-Request-Id"))
                .contains("balancer-0001");
    }

    @Test
    void thePanelRunsNoScriptThatIsNotItsOwn() throws Exception {
        HttpResponse<String> page = get(port, "/login");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .containsPattern("script-src 'self' 'nonce-[\\w-]{22}' 'unsafe-eval';");
        String nonce = policy.replaceAll(".*'nonce-([\\w-]+)'.*", "$1");
        assertThat(page.body().split("<script", -1))
                .hasSizeGreaterThan(1)
                .satisfies(parts -> assertThat(Arrays.stream(parts).skip(1))
                        .allSatisfy(script -> assertThat(script).contains("nonce=\"" + nonce + "\"")));
        assertThat(get(port, "/login").headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(page.headers().firstValue("Content-Security-Policy"));
        assertThat(page.body()).containsPattern("<base [^>]+>\\s*<meta [^>]+ content=\"base-uri 'none'\">");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void browsersAreToldWhatTheyMayDo() throws Exception {
        Contract hotel = contracts.open();
        for (String path : new String[] {"/login", "/portal/" + hotel.slug(), "/actuator/health", "/panel.css"}) {
            var headers = get(port, path).headers();
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("Referrer-Policy")).singleElement().isIn("same-origin", "no-referrer");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        }
        for (String path : new String[] {
            "/portal/" + hotel.slug(),
            "/portal/nobody's",
            "/actuator/health",
            "/panel.css",
            "/api/v1/tokens",
            "/gateway/v1/connect",
            "/problems",
            "/swagger-ui",
            "/v3/api-docs",
            "/sheet.pdf",
            "/error",
            "/login/oidc"
        }) {
            assertThat(get(port, path).headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'")
                    .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors ");
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(port, path))
                .header("Accept", "text/html, application/json, */*")
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
