package dev.propusk.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import dev.propusk.token.TokenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The keys of one contract, tried on everything of another. */
@PropuskTest
class ForeignKeyTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Contract hotel;
    private ApiClient foreign;
    private final List<String> ids = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    @BeforeEach
    void fillOneContractAndOpenAnother() {
        hotel = contracts.open();
        ApiClient own = new ApiClient(port, keys.of(hotel));
        foreign = new ApiClient(port, keys.of(contracts.open()));
        own.post("/tokens", "{\"count\":2,\"reuse\":\"SINGLE_USE\",\"days\":1,\"reference\":\"B-1\"}");
        own.post("/tokens", "{\"count\":1,\"reuse\":\"MULTI_USE\"}");
        String first = own.get("/tokens").json().get("tokens").get(0).get("id").stringValue();
        own.post("/tokens/" + first + "/activation", "{\"mac\":\"02:00:00:00:00:77\"}");
        for (JsonNode token : own.get("/tokens").json().get("tokens")) {
            ids.add(token.get("id").stringValue());
            codes.add(token.get("code").stringValue());
        }
        own.post("/tokens/" + ids.getLast() + "/annulment", "{}");
    }

    @Test
    void everyCallAnswersAsIfTheTokenDidNotExistAndChangesNothing() {
        List<String> before = rows();
        List<BiFunction<ApiClient, String, Answer>> calls = List.of(
                (api, id) -> api.get("/tokens/" + id),
                (api, id) -> api.delete("/tokens/" + id),
                (api, id) -> api.post("/tokens/" + id + "/annulment", "{\"devices\":true}"),
                (api, id) -> api.post("/tokens/" + id + "/annulment", "{}"),
                (api, id) -> api.post("/tokens/" + id + "/activation", "{\"mac\":\"02:00:00:00:00:78\"}"),
                (api, id) -> api.post("/tokens/" + id + "/mac", "{\"mac\":\"02:00:00:00:00:79\"}"),
                (api, id) -> api.get("/tokens/sheet.pdf?id=" + id));
        for (var call : calls) {
            Answer unknown = call.apply(foreign, UUID.randomUUID().toString());
            assertThat(unknown.status()).isEqualTo(404);
            for (String id : ids) {
                Answer answer = call.apply(foreign, id);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).isEqualTo(unknown.text());
                assertThat(headers(answer)).isEqualTo(headers(unknown));
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    /** Each hundredth answer on a connection closes it, whatever it says. */
    private static Set<String> headers(Answer answer) {
        Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @Test
    void noListNoFilterAndNoTableShowsAnythingOfIt() {
        List<String> queries =
                new ArrayList<>(List.of("", "?mac=02:00:00:00:00:77", "?reference=B-1", "?state=ACTIVE"));
        codes.forEach(code -> queries.add("?code=" + code));
        ids.forEach(id -> queries.add("?cursor=" + Cursor.after(new TokenId(UUID.fromString(id)))));
        for (String query : queries) {
            assertThat(foreign.get("/tokens" + query).text()).isEqualTo("{\"tokens\":[],\"next\":null}");
            assertThat(foreign.get("/tokens" + query, "Accept", "text/csv")
                            .text()
                            .lines())
                    .hasSize(1);
        }
        assertThat(foreign.get("/quota").text()).isEqualTo("{\"unused\":0,\"limit\":200}");
        assertThat(foreign.get("/tokens/sheet.pdf").problem()).isEqualTo("nothing-to-print");
    }

    /** Medians of many calls in turn, so that the machine's moods meet both alike. */
    @Test
    void theTimeTellsNothingEither() {
        String nowhere = UUID.randomUUID().toString();
        List<Long> ofThere = new ArrayList<>();
        List<Long> ofNowhere = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            ofThere.add(nanos(ids.getFirst()));
            ofNowhere.add(nanos(nowhere));
        }
        double ratio = (double) median(ofThere) / median(ofNowhere);
        assertThat(ratio).isBetween(0.67, 1.5);
    }

    private long nanos(String id) {
        long start = System.nanoTime();
        foreign.get("/tokens/" + id);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private List<String> rows() {
        Stream<String> tokens = jdbc.sql("""
                        select concat_ws('|', id, code, state, hex(mac), issued_at, annulment, deleted_at, version)
                        from token where contract_id = ? order by id
                        """).param(hotel.id().value()).query(String.class).stream();
        Stream<String> quota = jdbc
                .sql("select unused from quota where contract_id = ?")
                .param(hotel.id().value())
                .query(String.class)
                .stream();
        return Stream.concat(tokens, quota).toList();
    }
}
