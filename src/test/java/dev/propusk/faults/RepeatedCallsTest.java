package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.key.TestKeys;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A client that hears no answer calls again: at once, and once more when all is over. */
@PropuskTest
class RepeatedCallsTest {
    private static final int ROUNDS = Integer.getInteger("faults.kills", 10);
    private static final int AT_ONCE = 3;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Answers answers = new Answers();
    private final List<String> broken = new ArrayList<>();

    @Test
    void doesEachThingOnce() throws Exception {
        Contract hotel = contracts.open();
        String key = keys.of(hotel);
        for (int round = 0; round < ROUNDS; round++) {
            repeat(hotel, key);
        }
        expect(ROUNDS, hotel, "select count(*) from token where contract_id = ?");
        for (String event : List.of("token.generated", "token.activated", "token.annulled")) {
            expect(ROUNDS, hotel, "select count(*) from journal where contract_id = ? and action = '" + event + "'");
        }
        expect(0, hotel, "select unused from quota where contract_id = ?");
        FaultTable.add("a client that makes each call four times", ROUNDS * 3 * (AT_ONCE + 1), answers, broken, "");
    }

    private void repeat(Contract hotel, String key) {
        String reference = UUID.randomUUID().toString();
        String order = """
                {"count": 1, "reuse": "SINGLE_USE", "days": 7, "reference": "%s"}
                """.formatted(reference);
        String made = same(
                "generation",
                201,
                api(key, "/api/v1/tokens", order)
                        .header("Idempotency-Key", reference)
                        .build());
        answers.hear("generated " + reference + " 1");
        var token = JsonMapper.shared().readTree(made).get("tokens").get(0);
        MacAddress device = TestContracts.device();
        String form = "identifier=" + token.get("code").asString() + "&mac="
                + URLEncoder.encode(device.toString(), StandardCharsets.UTF_8);
        HttpRequest entering = HttpRequest.newBuilder(address("/portal/" + hotel.slug()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        same("activation", 200, entering);
        String id = token.get("id").asString();
        answers.hear("activated " + id + " " + device);
        same(
                "annulment",
                200,
                api(key, "/api/v1/tokens/" + id + "/annulment", "{\"devices\": true}")
                        .build());
        answers.hear("annulled " + id);
    }

    /** Several times at once, then once more: one answer for all. */
    private String same(String what, int status, HttpRequest request) {
        List<CompletableFuture<HttpResponse<String>>> calls = Stream.generate(
                        () -> http.sendAsync(request, BodyHandlers.ofString()))
                .limit(AT_ONCE)
                .toList();
        List<HttpResponse<String>> all =
                new ArrayList<>(calls.stream().map(CompletableFuture::join).toList());
        all.add(http.sendAsync(request, BodyHandlers.ofString()).join());
        assertThat(all).extracting(HttpResponse::statusCode).as(what).containsOnly(status);
        if (all.stream().map(HttpResponse::body).distinct().count() != 1) {
            broken.add(what + " was answered differently");
        }
        return all.getFirst().body();
    }

    private void expect(int expected, Contract hotel, String sql) {
        int found = jdbc.sql(sql).param(hotel.id().value()).query(Integer.class).single();
        if (found != expected) {
            broken.add("%d instead of %d: %s".formatted(found, expected, sql));
        }
    }

    private HttpRequest.Builder api(String key, String path, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
