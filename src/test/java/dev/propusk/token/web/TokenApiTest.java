package dev.propusk.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import dev.propusk.security.KeyScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PropuskTest
class TokenApiTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    Contract hotel;
    ApiClient api;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        api = new ApiClient(port, keys.of(hotel));
    }

    @Test
    void tokensAreGeneratedAsAskedFor() {
        Answer answer = api.post("/tokens", """
                {"count": 3, "reuse": "SINGLE_USE", "days": 7, "note": "room 12", "reference": "B-4711"}""");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).contains("application/json");
        JsonNode body = answer.json();
        assertThat(body.propertyNames()).containsExactly("tokens", "unused", "limit");
        assertThat(body.get("tokens")).hasSize(3);
        assertThat(body.get("unused").intValue()).isEqualTo(3);
        assertThat(body.get("limit").intValue()).isEqualTo(200);
        JsonNode token = body.get("tokens").get(0);
        assertThat(token.propertyNames())
                .containsExactly(
                        "id",
                        "code",
                        "reuse",
                        "days",
                        "state",
                        "note",
                        "reference",
                        "generatedAt",
                        "generatedBy",
                        "issuedAt",
                        "mac",
                        "activatedAt",
                        "expiresAt",
                        "annulledAt",
                        "annulment",
                        "downKbit",
                        "upKbit",
                        "idleMinutes",
                        "trafficMegabytes",
                        "octets");
        assertThat(token.get("code").stringValue()).matches("100[0-9]{9}");
        assertThat(token.get("days").intValue()).isEqualTo(7);
        assertThat(token.get("state").stringValue()).isEqualTo("UNUSED");
        assertThat(token.get("generatedBy").stringValue()).isEqualTo("Касса");
        assertThat(token.get("generatedAt").stringValue())
                .isEqualTo(clock.instant().toString());
        assertThat(token.get("mac").isNull()).isTrue();
        assertThat(api.get("/tokens/" + id(token)).json()).isEqualTo(token);
        assertThat(api.get("/quota").text()).isEqualTo("{\"unused\":3,\"limit\":200}");
    }

    @Test
    void daysThatAreNullOrAbsentMeanUnlimited() {
        assertThat(generate("{\"count\":1,\"reuse\":\"SINGLE_USE\",\"days\":null}")
                        .get("days")
                        .isNull())
                .isTrue();
        assertThat(generate("{\"count\":1,\"reuse\":\"MULTI_USE\"}").get("days").isNull())
                .isTrue();
    }

    @Test
    void aTokenHasTheLimitsThatWereAskedFor() {
        JsonNode token = api.post("/tokens", """
                        {"count": 1, "reuse": "MULTI_USE", "days": 1, "downKbit": 10000, "upKbit": 64,
                         "idleMinutes": 30, "trafficMegabytes": 2000}""").json().get("tokens").get(0);
        String id = token.get("id").stringValue();
        JsonNode device = api.post("/tokens/" + id + "/activation", "{\"mac\":\"AC:DE:48:01:02:03\"}")
                .json();
        for (JsonNode one : List.of(token, api.get("/tokens/" + id).json(), device)) {
            assertThat(one.get("downKbit").intValue()).isEqualTo(10_000);
            assertThat(one.get("upKbit").intValue()).isEqualTo(64);
            assertThat(one.get("idleMinutes").intValue()).isEqualTo(30);
            assertThat(one.get("trafficMegabytes").intValue()).isEqualTo(2_000);
            assertThat(one.get("octets").isNull()).isTrue();
        }
        assertThat(api.get("/tokens?state=UNUSED", "Accept", "text/csv").text()).contains(",10000,64,30,2000,");
    }

    @Test
    void limitsThatAreNoneAreNamedAndNothingIsGenerated() {
        Answer answer = api.post("/tokens", """
                {"count": 1, "reuse": "SINGLE_USE", "downKbit": 63, "upKbit": 1000001, "idleMinutes": 0,
                 "trafficMegabytes": 1.5}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("downKbit", "upKbit", "idleMinutes", "trafficMegabytes");
        assertThat(api.get("/quota").json().get("unused").intValue()).isZero();
    }

    @Test
    void moreThanTheLimitIsRefusedWithTheNumbersAndNothingIsGenerated() {
        api.post("/tokens", "{\"count\":195,\"reuse\":\"SINGLE_USE\"}");
        Answer refused = api.post("/tokens", "{\"count\":6,\"reuse\":\"SINGLE_USE\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("unused-limit");
        assertThat(refused.json().get("unused").intValue()).isEqualTo(195);
        assertThat(refused.json().get("limit").intValue()).isEqualTo(200);
        assertThat(refused.json().get("requested").intValue()).isEqualTo(6);
        assertThat(api.get("/quota").json().get("unused").intValue()).isEqualTo(195);
    }

    @Test
    void aTokenIsActivatedMovedAnnulledAndDeleted() {
        String token = "/tokens/" + id(generate("{\"count\":1,\"reuse\":\"SINGLE_USE\",\"days\":2}"));
        JsonNode active = api.post(token + "/activation", "{\"mac\":\"02-00-00-aa-bb-01\"}")
                .json();
        assertThat(active.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(active.get("mac").stringValue()).isEqualTo("02:00:00:AA:BB:01");
        assertThat(active.get("expiresAt").stringValue())
                .isEqualTo(clock.instant().plus(Duration.ofDays(2)).toString());
        assertThat(api.post(token + "/activation", "{\"mac\":\"020000aabb01\"}").json())
                .isEqualTo(active);
        Answer taken = api.post(token + "/activation", "{\"mac\":\"020000aabb02\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("wrong-state");
        assertThat(taken.json().get("state").stringValue()).isEqualTo("ACTIVE");

        JsonNode moved =
                api.post(token + "/mac", "{\"mac\":\"0200.00aa.bb03\"}").json();
        assertThat(moved.get("mac").stringValue()).isEqualTo("02:00:00:AA:BB:03");
        assertThat(moved.get("expiresAt")).isEqualTo(active.get("expiresAt"));
        assertThat(api.get(token).json().get("annulment").stringValue()).isEqualTo("MOVED_TO_NEW_MAC");

        JsonNode annulled = api.post("/tokens/" + id(moved) + "/annulment", "").json();
        assertThat(annulled.get("annulment").stringValue()).isEqualTo("BY_HAND");
        clock.advance(Duration.ofMinutes(1));
        assertThat(api.post("/tokens/" + id(moved) + "/annulment", "{}").json()).isEqualTo(annulled);
        assertThat(api.delete(token).status()).isEqualTo(204);
        assertThat(api.delete(token).status()).isEqualTo(404);
        assertThat(api.get(token).status()).isEqualTo(404);
    }

    @Test
    void annullingWithDevicesEndsTheWholeFamily() {
        JsonNode till = generate("{\"count\":1,\"reuse\":\"MULTI_USE\"}");
        String path = "/tokens/" + id(till);
        JsonNode first =
                api.post(path + "/activation", "{\"mac\":\"020000000001\"}").json();
        JsonNode second =
                api.post(path + "/activation", "{\"mac\":\"020000000002\"}").json();
        assertThat(List.of(id(first), id(second))).doesNotContain(id(till)).doesNotHaveDuplicates();
        api.post("/tokens/" + id(first) + "/annulment", "{\"devices\":false}");
        assertThat(states(till, first, second)).containsExactly("UNUSED", "ANNULLED", "ACTIVE");
        assertThat(api.post("/tokens/" + id(second) + "/annulment", "{\"devices\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(states(till, first, second)).containsOnly("ANNULLED");
    }

    @Test
    void aListReadPageAfterPageShowsEachTokenOnceWhileTheyAreActivated() {
        api.post("/tokens", "{\"count\":30,\"reuse\":\"SINGLE_USE\"}");
        JsonNode till = generate("{\"count\":1,\"reuse\":\"MULTI_USE\"}");
        List<String> seen = new ArrayList<>();
        String next = "";
        int activated = 0;
        while (next != null) {
            JsonNode page = api.get("/tokens?limit=7" + next).json();
            page.get("tokens").forEach(token -> seen.add(id(token)));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
            api.post(
                    "/tokens/" + page.get("tokens").get(0).get("id").stringValue() + "/activation",
                    "{\"mac\":\"02000000010%d\"}".formatted(activated));
            api.post("/tokens/" + id(till) + "/activation", "{\"mac\":\"02000000020%d\"}".formatted(activated++));
        }
        assertThat(seen).hasSize(31).doesNotHaveDuplicates();
        List<String> sorted = new ArrayList<>(seen);
        sorted.sort(java.util.Comparator.reverseOrder());
        assertThat(seen).isEqualTo(sorted);
    }

    @Test
    void aListIsFilteredByEachOfItsParameters() {
        Instant before = clock.instant();
        JsonNode room = generate("{\"count\":1,\"reuse\":\"SINGLE_USE\",\"days\":1,\"reference\":\"B-4711\"}");
        clock.advance(Duration.ofHours(1));
        JsonNode till = generate("{\"count\":1,\"reuse\":\"MULTI_USE\",\"reference\":\"b-4711\"}");
        JsonNode device = api.post("/tokens/" + id(room) + "/activation", "{\"mac\":\"02:00:00:00:00:0a\"}")
                .json();
        assertThat(list("state=ACTIVE")).containsExactly(id(device));
        assertThat(list("state=UNUSED&reuse=MULTI_USE")).containsExactly(id(till));
        assertThat(list("code=" + room.get("code").stringValue())).containsExactly(id(room));
        assertThat(list("mac=0200.0000.000A")).containsExactly(id(room));
        assertThat(list("reference=B-4711")).containsExactly(id(room));
        assertThat(list("from=" + before + "&to=" + before.plusSeconds(3600))).containsExactly(id(room));
        assertThat(list("from=" + before.plusSeconds(3600))).containsExactly(id(till));
        assertThat(list("")).containsExactly(id(till), id(room));
        clock.advance(Duration.ofDays(1));
        assertThat(list("state=ACTIVE")).isEmpty();
        assertThat(list("state=ANNULLED")).containsExactly(id(room));
    }

    @Test
    void aKeyDoesOnlyWhatItsScopesAllow() {
        ApiClient reader = new ApiClient(port, keys.of(hotel, KeyScope.TOKENS_READ));
        ApiClient writer = new ApiClient(port, keys.of(hotel, KeyScope.TOKENS_WRITE));
        Answer refused = reader.post("/tokens", "{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("scope");
        assertThat(refused.json().get("scope").stringValue()).isEqualTo("tokens:write");
        assertThat(reader.get("/quota").status()).isEqualTo(200);
        assertThat(writer.get("/quota").problem()).isEqualTo("scope");
        Answer made = writer.post("/tokens", "{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        assertThat(made.status()).isEqualTo(201);
        String token = "/tokens/" + id(made.json().get("tokens").get(0));
        assertThat(writer.get(token).status()).isEqualTo(403);
        assertThat(reader.get(token).status()).isEqualTo(200);
        assertThat(reader.delete(token).status()).isEqualTo(403);
        assertThat(reader.post(token + "/annulment", "{}").status()).isEqualTo(403);
        assertThat(reader.post(token + "/activation", "{\"mac\":\"020000000001\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reader.post(token + "/mac", "{\"mac\":\"020000000001\"}").status())
                .isEqualTo(403);
        assertThat(states(made.json().get("tokens").get(0))).containsExactly("UNUSED");
    }

    @Test
    void aSuspendedContractCanOnlyBeRead() {
        JsonNode token = generate("{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        contracts.suspend(hotel.id());
        String path = "/tokens/" + id(token);
        Set<String> problems = new HashSet<>();
        problems.add(
                api.post("/tokens", "{\"count\":1,\"reuse\":\"SINGLE_USE\"}").problem());
        problems.add(api.post(path + "/annulment", "{}").problem());
        problems.add(
                api.post(path + "/activation", "{\"mac\":\"020000000001\"}").problem());
        problems.add(api.post(path + "/mac", "{\"mac\":\"020000000001\"}").problem());
        problems.add(api.delete(path).problem());
        assertThat(problems).containsExactly("contract-not-open");
        assertThat(api.get(path).json()).isEqualTo(token);
        assertThat(api.get("/quota").status()).isEqualTo(200);
    }

    @Test
    void aListComesAsATableThatASpreadsheetOpensSafely() {
        api.post("/tokens", "{\"count\":120,\"reuse\":\"SINGLE_USE\"}");
        generate(
                "{\"count\":1,\"reuse\":\"SINGLE_USE\",\"note\":\"=cmd|' /C calc'!A0\",\"reference\":\"№ 12, \\\"люкс\\\"\"}");
        Answer table = api.get("/tokens?state=UNUSED&limit=1", "Accept", "text/csv");
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).contains("text/csv;charset=UTF-8");
        List<String> lines = table.text().lines().toList();
        assertThat(lines).hasSize(122);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "\uFEFFid,code,reuse,days,state,note,reference,generatedAt,generatedBy,issuedAt,mac,activatedAt,"
                                + "expiresAt,annulledAt,annulment,downKbit,upKbit,idleMinutes,trafficMegabytes,octets");
        assertThat(lines.get(1)).contains(",'=cmd|' /C calc'!A0,\"№ 12, \"\"люкс\"\"\",");
        assertThat(api.get("/tokens", "Accept", "text/csv;q=0.5, application/json")
                        .json()
                        .get("tokens"))
                .hasSize(50);
        assertThat(api.get("/tokens", "Accept", "text/csv, */*;q=0.1").text()).startsWith("\uFEFFid");
        assertThat(api.get("/tokens", "Accept", "*/*").json().get("next").isString())
                .isTrue();
    }

    @Test
    void theSheetShowsAllChosenOrNeverIssuedTokens() {
        assertThat(api.get("/tokens/sheet.pdf").problem()).isEqualTo("nothing-to-print");
        JsonNode first = generate("{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        JsonNode second = generate("{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        Answer one = api.get("/tokens/sheet.pdf?id=" + id(first));
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.header("Content-Type")).contains("application/pdf");
        assertThat(one.header("X-Propusk-Tokens")).contains("1");
        assertThat(one.header("X-Propusk-Pages")).contains("1");
        assertThat(one.text()).startsWith("%PDF");
        assertThat(api.get("/tokens/" + id(first)).json().get("issuedAt").isNull())
                .as("what is only looked at is not handed out")
                .isTrue();
        assertThat(api.post("/tokens/sheet.pdf?id=" + id(first), "").text()).startsWith("%PDF");
        assertThat(api.get("/tokens/" + id(first)).json().get("issuedAt").stringValue())
                .isEqualTo(clock.instant().toString());
        assertThat(api.get("/tokens/sheet.pdf?issued=false").header("X-Propusk-Tokens"))
                .contains("1");
        assertThat(api.post("/tokens/sheet.pdf?issued=false", "").header("X-Propusk-Tokens"))
                .contains("1");
        assertThat(api.get("/tokens/sheet.pdf?issued=false").problem()).isEqualTo("nothing-to-print");
        assertThat(api.get("/tokens/sheet.pdf").header("X-Propusk-Tokens")).contains("2");
        api.post("/tokens/" + id(second) + "/activation", "{\"mac\":\"020000000001\"}");
        Answer used = api.get("/tokens/sheet.pdf?id=" + id(first) + "&id=" + id(second));
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.problem()).isEqualTo("wrong-state");
        assertThat(api.get("/tokens/sheet.pdf?issued=true").problem()).isEqualTo("invalid");
        assertThat(api.get("/tokens/sheet.pdf?issued=false&id=" + id(first)).problem())
                .isEqualTo("invalid");
        ApiClient reader = new ApiClient(port, keys.of(hotel, KeyScope.TOKENS_READ));
        assertThat(reader.get("/tokens/sheet.pdf").problem()).isEqualTo("scope");
    }

    private List<String> list(String query) {
        List<String> ids = new ArrayList<>();
        api.get("/tokens?" + query).json().get("tokens").forEach(token -> ids.add(id(token)));
        return ids;
    }

    private List<String> states(JsonNode... tokens) {
        List<String> states = new ArrayList<>();
        for (JsonNode token : tokens) {
            states.add(api.get("/tokens/" + id(token)).json().get("state").stringValue());
        }
        return states;
    }

    private JsonNode generate(String body) {
        return api.post("/tokens", body).json().get("tokens").get(0);
    }

    private static String id(JsonNode token) {
        return token.get("id").stringValue();
    }
}
