package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.propusk.TestClock;
import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.web.PublicSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A provider that says nothing, too much, too slowly or something else holds nobody up, and is not believed. */
class IdentityProviderTest {
    private final TestClock clock = new TestClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private volatile HttpHandler answer;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            answer.handle(exchange);
        });
        server.start();
        answer = says(description(issuer(), issuer()));
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatItSaysIsGoodForAnHourAndForLongerWhereItDoesNotAnswerThen() {
        IdentityProvider provider = provider();
        provider.registration();
        clock.advance(Duration.ofMinutes(59));
        provider.registration();
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(2));
        answer = exchange -> exchange.sendResponseHeaders(500, -1);
        assertThat(provider.registration().getProviderDetails().getTokenUri()).isEqualTo(issuer() + "/token");
        provider.registration();
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofSeconds(11));
        answer = says(description(issuer(), issuer() + "/moved"));
        assertThat(provider.registration().getProviderDetails().getTokenUri()).isEqualTo(issuer() + "/moved/token");
    }

    @Test
    void oneThatIsNotThereIsAwayAndNotAskedByEverybody() {
        server.stop(0);
        IdentityProvider provider = provider();
        assertThat(refused(provider)).isEqualTo(Fault.AWAY);
        assertThat(refused(provider)).isEqualTo(Fault.AWAY);
    }

    @Test
    void oneThatDripsIsGivenUpSoonByEverybodyWhoWaits() throws Exception {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            do {
                body.write(' ');
                body.flush();
            } while (!isOver());
        };
        IdentityProvider provider = provider();
        List<Future<Fault>> waiting = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            waiting.add(threads.submit(() -> refused(provider)));
        }
        for (Future<Fault> one : waiting) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(Fault.AWAY);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(asked).hasValue(1);
    }

    @Test
    void oneThatNeverEndsIsGivenUp() {
        byte[] more = "\"a\":1,".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            while (over.getCount() > 0) {
                body.write(more);
            }
        };
        IdentityProvider provider = provider();
        assertThatThrownBy(provider::registration).hasRootCauseMessage("The answer is longer than 1048576 bytes");
    }

    @Test
    void oneThatLeadsElsewhereIsNotFollowed() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", issuer() + "/.well-known/openid-configuration?again");
            exchange.sendResponseHeaders(302, -1);
        };
        assertThat(refused(provider())).isEqualTo(Fault.UNTRUSTED);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example.org", "", "http://127.0.0.1"})
    void oneThatCallsItselfAnotherIssuerIsNotBelieved(String issuer) {
        answer = says(description(issuer, issuer()));
        assertThat(refused(provider())).isEqualTo(Fault.UNTRUSTED);
    }

    @Test
    void oneThatIsAnotherByNowIsNotBelievedForWhatItWas() {
        IdentityProvider provider = provider();
        provider.registration();
        clock.advance(Duration.ofHours(2));
        answer = says(description("https://elsewhere.example.org", issuer()));
        assertThat(refused(provider)).isEqualTo(Fault.UNTRUSTED);
    }

    @Test
    void oneWhoseAddressesAnybodyCanReadAlongOnIsNotBelieved() {
        answer = says(description(issuer(), "http://id.example.org"));
        assertThat(refused(provider())).isEqualTo(Fault.UNTRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "<html>", "{\"issuer\":7}"})
    void oneThatTalksNonsenseIsRefusedAsOneThatDoesNotAnswer(String nonsense) {
        answer = says(nonsense);
        assertThat(refused(provider())).isIn(Fault.AWAY, Fault.UNTRUSTED);
    }

    /** Asked ten times a second. */
    private boolean isOver() {
        try {
            return over.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Fault refused(IdentityProvider provider) {
        return catchThrowableOfType(IdentityRefusedException.class, provider::registration)
                .fault();
    }

    private static HttpHandler says(String text) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String description(String issuer, String addresses) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token",
                "jwks_uri":"%2$s/keys","end_session_endpoint":"%2$s/logout",
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, addresses);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private IdentityProvider provider() {
        Map<String, String> settings = Map.of(
                "propusk.oidc.issuer", issuer(),
                "propusk.oidc.client-id", "propusk",
                "propusk.oidc.client-secret", "a secret",
                "propusk.oidc.roles.admin", "wifi-admins");
        return new IdentityProvider(
                new Binder(new MapConfigurationPropertySource(settings))
                        .bind("propusk.oidc", IdentitySettings.class)
                        .get(),
                new PublicSettings(URI.create("https://wifi.example.org")),
                clock);
    }
}
