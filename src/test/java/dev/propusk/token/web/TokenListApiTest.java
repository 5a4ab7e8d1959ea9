package dev.propusk.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.security.KeyScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program reads tokens as lists, as a table and on paper. */
class TokenListApiTest extends HotelsApi {
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
                                + "expiresAt,annulledAt,annulment,downKbit,upKbit,idleMinutes,trafficMegabytes,octets,devices");
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
}
