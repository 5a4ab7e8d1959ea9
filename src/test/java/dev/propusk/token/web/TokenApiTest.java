package dev.propusk.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.security.KeyScope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens are made, changed and ended by a program. */
class TokenApiTest extends HotelsApi {
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
                        "octets",
                        "devices");
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
    void aTokenForANumberOfDevicesLetsInSoMany() {
        JsonNode token = generate("{\"count\":1,\"reuse\":\"MULTI_USE\",\"devices\":2}");
        String path = "/tokens/" + id(token);
        assertThat(token.get("devices").intValue()).isEqualTo(2);
        for (String mac : List.of("AC:DE:48:01:02:03", "AC:DE:48:01:02:04")) {
            Answer device = api.post(path + "/activation", "{\"mac\":\"" + mac + "\"}");
            assertThat(device.status()).isEqualTo(200);
            assertThat(device.json().get("devices").intValue()).isEqualTo(2);
        }
        JsonNode usedUp = api.get(path).json();
        assertThat(usedUp.get("state").stringValue()).isEqualTo("ANNULLED");
        assertThat(usedUp.get("annulment").stringValue()).isEqualTo("USED_UP");
        Answer refused = api.post(path + "/activation", "{\"mac\":\"AC:DE:48:01:02:05\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("wrong-state");
        assertThat(api.get("/quota").json().get("unused").intValue()).isZero();
        assertThat(api.post(path + "/annulment", "{\"devices\":true}").status()).isEqualTo(200);
        assertThat(api.get("/tokens?state=ACTIVE").json().get("tokens")).isEmpty();
    }

    @Test
    void aNumberOfDevicesThatIsNoneIsNamedAndNothingIsGenerated() {
        for (String order : List.of(
                "\"MULTI_USE\",\"devices\":1",
                "\"MULTI_USE\",\"devices\":11",
                "\"MULTI_USE\",\"devices\":\"2\"",
                "\"SINGLE_USE\",\"devices\":2")) {
            Answer answer = api.post("/tokens", "{\"count\":1,\"reuse\":" + order + "}");
            assertThat(answer.status()).as(order).isEqualTo(400);
            assertThat(answer.text()).as(order).contains("devices");
        }
        assertThat(api.get("/quota").json().get("unused").intValue()).isZero();
    }
}
