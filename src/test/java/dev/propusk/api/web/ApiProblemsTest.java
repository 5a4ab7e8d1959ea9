package dev.propusk.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.ApiSettings;
import dev.propusk.api.FailureProblems;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import jakarta.servlet.FilterChain;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PropuskTest
class ApiProblemsTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    ApiKeys apiKeys;

    @Autowired
    Problems problems;

    @Autowired
    FailureProblems failures;

    @LocalServerPort
    int port;

    private String key;
    private ApiClient api;

    @BeforeEach
    void makeAKey() {
        Contract hotel = contracts.open();
        key = keys.of(hotel);
        api = new ApiClient(port, key);
    }

    @Test
    void everyWrongFieldIsNamedAtOnceInTheLanguageAskedFor() {
        String body = """
                {"count": 201, "reuse": "TWICE", "days": "seven", "note": 5, "colour": "blue", "reference": "a\\u0000b"}""";
        Answer english = api.post("/tokens", body);
        assertThat(english.status()).isEqualTo(400);
        assertThat(english.problem()).isEqualTo("invalid");
        assertThat(english.header("Content-Language")).contains("en");
        assertThat(english.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactlyInAnyOrder("count", "reuse", "days", "note", "colour", "reference");
        assertThat(english.text())
                .contains(
                        "Has to be a whole number from 1 to 200.",
                        "Has to be one of: SINGLE_USE, MULTI_USE.",
                        "There is no such field. There are: count, reuse, days, note, reference, downKbit, "
                                + "upKbit, idleMinutes, trafficMegabytes, devices.");
        Answer russian = api.post("/tokens", body, "Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8");
        assertThat(russian.header("Content-Language")).contains("ru");
        assertThat(russian.text()).contains("Нужно целое число от 1 до 200.", "Такого поля нет.");
        assertThat(api.get("/tokens?limit=0&state=used&mac=zz&code=1&from=today&cursor=x&sort=note&limt=5")
                        .json()
                        .get("errors"))
                .hasSize(8);
        assertThat(api.get("/quota?x=1").problem()).isEqualTo("invalid");
        assertThat(api.get("/tokens?limit=1&limit=2").text()).contains("May be sent only once.");
        assertThat(api.post("/tokens", "{}", "Idempotency-Key", "with space").text())
                .contains("Idempotency-Key");
    }

    @Test
    void aBodyThatIsNoJsonObjectIsToldWhere() {
        for (String body : List.of(
                "{\"count\":", "[1]", "null", "{} {}", "{\"count\":1,\"count\":1}", "{\"count\":01}", "nonsense")) {
            assertThat(api.post("/tokens", body).problem()).as(body).isEqualTo("malformed");
        }
        assertThat(api.post("/tokens", "{\n\"count\": x}").json().get("detail").stringValue())
                .contains("line 2");
    }

    @Test
    void aBodyBeyond16KibIsNotRead() throws Exception {
        String large = "{\"note\":\"" + "x".repeat(17_000) + "\"}";
        assertThat(api.post("/tokens", large).status()).isEqualTo(413);
        assertThat(api.post("/tokens", large).problem()).isEqualTo("too-large");
        // the same in chunks, its length unsaid
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tokens"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(chunked, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void wrongMediaTypesMethodsAndAddressesAreToldInTheSameForm() {
        Answer text = api.post("/tokens", "{}", "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.problem()).isEqualTo("unsupported-media-type");
        assertThat(text.header("Accept")).contains("application/json");
        Answer put = api.send("PUT", "/tokens", "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.problem()).isEqualTo("method-not-allowed");
        assertThat(put.header("Allow").orElseThrow()).contains("GET", "POST");
        Answer xml = api.get("/tokens", "Accept", "application/xml");
        assertThat(xml.status()).isEqualTo(406);
        assertThat(xml.problem()).isEqualTo("not-acceptable");
        Answer page = api.get("/nothing", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.problem()).isEqualTo("not-found");
        assertThat(api.get("/../v2/tokens").problem()).isEqualTo("malformed");
        assertThat(api.get("/tokens/%00").problem()).isIn("malformed", "not-found");
        assertThat(api.get("/tokens;a=b").problem()).isEqualTo("malformed");
        assertThat(api.get("//tokens").problem()).isEqualTo("malformed");
        assertThat(api.get("/tokens?reference=%ff%zz".replace("%zz", "")).status())
                .isIn(200, 400);
    }

    /** Addresses that Java's own client would not send. */
    @Test
    void evenAddressesThatNoClientShouldSendGetNoPageAndNoStackTrace() throws Exception {
        for (String target :
                List.of("/api/v1/tokens?reference=%zz", "/%61pi/v1/nothing", "/api/v1/tokens?a=%", "/api/v1/a%2fb")) {
            String answer = raw("GET " + target + " HTTP/1.1");
            assertThat(answer).as(target).contains("application/problem+json").doesNotContain("<html", "Exception");
            assertThat(answer).as(target).containsPattern("^HTTP/1.1 4");
        }
    }

    @Test
    void everyTypeLeadsToAPageThatExplainsItInBothLanguages() throws Exception {
        for (ProblemKind kind : ProblemKind.values()) {
            for (String language : List.of("ru", "en")) {
                HttpResponse<String> page = fetch("/problems/" + kind.word(), language);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains(
                                "<html lang=\"" + language + "\"", kind.status().value() + " " + kind.word())
                        .doesNotContain("!ru:", "!en:", "<script");
                assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            }
        }
        assertThat(fetch("/problems/unused-limit", "ru").body()).contains("Слишком много неиспользованных токенов");
        assertThat(fetch("/problems", "en").body()).contains("Problems of the API", "The database is away");
        assertThat(fetch("/problems/nonsense", "en").statusCode()).isEqualTo(404);
        JsonNode problem = api.get("/tokens/1").json();
        assertThat(problem.get("type").stringValue()).isEqualTo("http://localhost:8080/problems/not-found");
    }

    @Test
    void tooManyCallsAreToldWhenToTryAgain() throws Exception {
        KeyFilter filter = new KeyFilter(apiKeys, new RateLimits(new ApiSettings(60, 3)), problems, told -> {});
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (int i = 0; i < 4; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/quota");
            request.addHeader("Authorization", "bearer " + key);
            request.addHeader("Accept-Language", "en");
            answer = new MockHttpServletResponse();
            FilterChain chain = new MockFilterChain();
            filter.doFilter(request, answer, chain);
            assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"key\";q=3;w=3");
            assertThat(answer.getHeader("RateLimit")).matches("\"key\";r=%d;t=[1-3]".formatted(Math.max(0, 2 - i)));
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentAsString()).contains("/problems/too-many-requests");
        assertThat(api.get("/quota").header("RateLimit-Policy")).contains("\"key\";q=1000;w=10");
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsSuch() {
        var away = new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:1/propusk?connectTimeout=500");
        Throwable query = catchThrowable(() ->
                JdbcClient.create(away).sql("select 1").query(Integer.class).single());
        Throwable transaction = catchThrowable(
                () -> new TransactionTemplate(new DataSourceTransactionManager(away)).execute(status -> 1));
        for (Throwable failure : List.of(query, transaction)) {
            assertThat(failures.of(failure).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(failures.of(failure).headers()).containsEntry("Retry-After", "5");
        }
        assertThat(failures.of(new IllegalStateException("a bug")).kind()).isEqualTo(ProblemKind.INTERNAL);
    }

    private String raw(String line) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: localhost\r\nAccept: text/html\r\nAuthorization: Bearer " + key
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> fetch(String path, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
