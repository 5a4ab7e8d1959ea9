package dev.propusk.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Annulment;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PropuskTest
class GatewayCallsTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways testGateways;

    @Autowired
    Gateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final MacAddress device = TestContracts.device();
    private Contract hotel;
    private Keyed gateway;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        gateway = testGateways.add(hotel);
    }

    @Test
    void aRightCodeIdentifiesTheDeviceUntilItsEnd() throws Exception {
        assertThat(connect(gateway).path("identified").asBoolean()).isFalse();
        HttpResponse<String> answer = identify(gateway, generate(hotel).code().grouped(), device);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode passage = connect(gateway);
        assertThat(passage).isEqualTo(json.readTree(answer.body()));
        assertThat(passage.path("identified").asBoolean()).isTrue();
        assertThat(passage.path("secondsRemaining").asLong())
                .isEqualTo(Duration.ofDays(2).toSeconds());
        assertThat(passage.path("until").asString())
                .isEqualTo(clock.instant().plus(Duration.ofDays(2)).toString());
        assertThat(passage.path("portal").asString()).endsWith("/portal/" + hotel.slug());
        clock.advance(Duration.ofDays(2));
        assertThat(connect(gateway).path("identified").asBoolean()).isFalse();
        assertThat(connect(gateway).path("until").isNull()).isTrue();
    }

    @Test
    void unknownForeignAndUsedCodesAreAnsweredAlikeAndLateEnough() throws Exception {
        Token used = generate(hotel);
        identify(gateway, used.code().value(), TestContracts.device());
        Token foreign = generate(contracts.open());
        long start = System.nanoTime();
        HttpResponse<String> first = identify(gateway, used.code().value(), device);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(first.body()).path("type").asString()).endsWith("/problems/not-accepted");
        for (String code : new String[] {foreign.code().value(), "100000000000", "+7 916 123-45-67"}) {
            assertThat(identify(gateway, code, device).body()).isEqualTo(first.body());
        }
    }

    @Test
    void onlyAKeyInUseOpensTheCalls() throws Exception {
        for (String key : new String[] {"", "gk_wrong", gateway.key().value() + "x"}) {
            HttpResponse<String> refused = post("connect", key, "{\"mac\":\"" + device + "\"}");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json.readTree(refused.body()).path("type").asString()).endsWith("/problems/unauthorized");
        }
        connect(gateway);
        ActingAs.administrator(() -> gateways.renewKey(
                hotel.id(), gateway.gateway().id(), gateway.gateway().version()));
        assertThat(post("connect", gateway.key().value(), "{\"mac\":\"" + device + "\"}")
                        .statusCode())
                .isEqualTo(401);
        Keyed other = testGateways.add(hotel);
        connect(other);
        assertThat(post("nothing", other.key().value(), "{}").statusCode()).isEqualTo(404);
        ActingAs.administrator(() -> gateways.remove(hotel.id(), other.gateway().id()));
        assertThat(post("connect", other.key().value(), "{\"mac\":\"" + device + "\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyThatAnEarlierVersionIssuedOpensTheCallsYet() throws Exception {
        String old = "gk_03rvw2h3a9h2kgnjnaz1tuhxlf76dj3l0hzs97j";
        jdbc.sql("update gateway set key_hash = unhex(?) where id = ?")
                .params(
                        "b9ff88725b7943d2b8118cfb79010285191e23eb85fee43fdf850f8893ffd434",
                        gateway.gateway().id().value())
                .update();
        String body = "{\"mac\":\"" + device + "\"}";
        assertThat(post("connect", old, body).statusCode()).isEqualTo(200);
        assertThat(post("connect", gateway.key().value(), body).statusCode()).isEqualTo(401);
    }

    @Test
    void whatCantBeReadIsAnsweredWithTheField() throws Exception {
        HttpResponse<String> noMac = post("connect", gateway.key().value(), "{\"mac\":\"zz\"}");
        assertThat(noMac.statusCode()).isEqualTo(400);
        assertThat(noMac.body()).contains("\"field\":\"mac\"");
        assertThat(post("identify", gateway.key().value(), "{\"mac\":\"" + device + "\"}")
                        .body())
                .contains("\"field\":\"identifier\"");
        assertThat(post("connect", gateway.key().value(), "[").statusCode()).isEqualTo(400);
    }

    @Test
    void aDeviceThatConnectsElsewhereLosesItsToken() throws Exception {
        Token token = generate(hotel);
        identify(gateway, token.code().value(), device);
        Contract cafe = contracts.open();
        Keyed atCafe = testGateways.add(cafe);
        assertThat(connect(atCafe).path("identified").asBoolean()).isFalse();
        assertThat(connect(gateway).path("identified").asBoolean()).isFalse();
        Token ended = contracts.asOwner(hotel, () -> tokens.get(hotel.id(), token.id()));
        assertThat(ended.annulment(clock.instant())).hasValue(Annulment.OTHER_NETWORK);
        assertThat(jdbc.sql("select details from journal where subject = ? and action = 'token.annulled'")
                        .param(token.id().value())
                        .query(String.class)
                        .single())
                .contains("OTHER_NETWORK", cafe.number());
    }

    @Test
    void noMoreThanTwentyTokensOfOtherNetworksEndInAnHour() throws Exception {
        Keyed atCafe = testGateways.add(contracts.open());
        for (int i = 0; i < 22; i++) {
            MacAddress guest = TestContracts.device();
            identify(gateway, generate(hotel).code().value(), guest);
            post("connect", atCafe.key().value(), "{\"mac\":\"" + guest + "\"}");
        }
        assertThat(countActive()).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from journal where subject = ? and action = 'gateway.annulments-held-back'")
                        .param(atCafe.gateway().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        MacAddress guest = TestContracts.device();
        identify(gateway, generate(hotel).code().value(), guest);
        post("connect", atCafe.key().value(), "{\"mac\":\"" + guest + "\"}");
        assertThat(countActive()).isEqualTo(2);
    }

    @Test
    void aSuspendedNetworkRefusesAndEndsNothingElsewhere() throws Exception {
        Contract cafe = contracts.open();
        Keyed atCafe = testGateways.add(cafe);
        identify(gateway, generate(hotel).code().value(), device);
        Token token = generate(cafe);
        contracts.suspend(cafe.id());
        assertThat(identify(atCafe, token.code().value(), device).statusCode()).isEqualTo(422);
        assertThat(connect(atCafe).path("identified").asBoolean()).isFalse();
        assertThat(connect(gateway).path("identified").asBoolean()).isTrue();
        contracts.suspend(hotel.id());
        assertThat(connect(gateway).path("identified").asBoolean()).isFalse();
        contracts.resume(hotel.id());
        assertThat(connect(gateway).path("identified").asBoolean()).isTrue();
    }

    private int countActive() {
        return jdbc.sql("select count(*) from token where contract_id = ? and state = 'ACTIVE'")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    private Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    private JsonNode connect(Keyed at) throws Exception {
        HttpResponse<String> answer = post("connect", at.key().value(), "{\"mac\":\"" + device + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> identify(Keyed at, String identifier, MacAddress who) throws Exception {
        return post("identify", at.key().value(), "{\"mac\":\"" + who + "\",\"identifier\":\"" + identifier + "\"}");
    }

    private HttpResponse<String> post(String call, String key, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gateway/v1/" + call))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
