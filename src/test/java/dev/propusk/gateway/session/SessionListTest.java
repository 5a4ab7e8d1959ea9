package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.security.KeyScope;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A program reads who was online. */
class SessionListTest extends SessionsOnTheDatabase {
    @Autowired
    TestKeys apiKeys;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @LocalServerPort
    int port;

    private ApiClient api;

    @BeforeEach
    void makeAKey() {
        api = new ApiClient(port, apiKeys.of(hotel));
    }

    @Test
    void aSessionIsToldWithItsTokenItsAddressesAndItsDoubts() {
        Token token = letIn();
        hear(Kind.START, "1", null, "10.5.50.77", "2001:db8:0:1::/64");
        JsonNode session = list("").getFirst();
        assertThat(session.get("mac").stringValue()).isEqualTo(device.toString());
        assertThat(session.get("addresses").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("10.5.50.77", "2001:db8:0:1::/64");
        assertThat(session.get("gateway").stringValue()).isEqualTo(gateway.name());
        assertThat(session.get("nas").isNull()).isTrue();
        assertThat(session.get("startedAt").stringValue())
                .isEqualTo(clock.instant().toString());
        assertThat(session.get("endedAt").isNull()).isTrue();
        assertThat(session.get("endReason").isNull()).isTrue();
        assertThat(session.get("tokenId").stringValue())
                .isEqualTo(token.id().value().toString());
        assertThat(session.get("doubts").valueStream().map(JsonNode::stringValue))
                .doesNotContain("BEGAN_EARLIER", "ENDED_LATER");
        clock.advance(Duration.ofDays(2));
        silence.endSilent();
        JsonNode silent = list("open=false").getFirst();
        assertThat(silent.get("endReason").stringValue()).isEqualTo("SILENCE");
        assertThat(silent.get("doubts").valueStream().map(JsonNode::stringValue))
                .contains("ENDED_LATER");
    }

    @Test
    void sessionsAreFoundByEachParameter() {
        Instant before = clock.instant();
        hear(Kind.START, "1", null, "10.5.50.77");
        clock.advance(Duration.ofMinutes(10));
        hear(Kind.STOP, "1", null, "10.5.50.77");
        clock.advance(Duration.ofMinutes(10));
        hear(Kind.START, "2", null, "2001:db8:0:1::/64");
        JsonNode second = list("open=true").getFirst();
        JsonNode first = list("open=false").getFirst();
        assertThat(list("")).containsExactly(second, first);
        assertThat(list("mac=" + device.toString().replace(":", "-"))).containsExactly(second, first);
        assertThat(list("mac=AC:DE:48:00:00:01")).isEmpty();
        assertThat(list("ip=10.5.50.77")).containsExactly(first);
        assertThat(list("ip=2001:0DB8:0:1:0:0:0:5")).containsExactly(second);
        assertThat(list("ip=10.5.50.78")).isEmpty();
        assertThat(list("to=" + before)).isEmpty();
        assertThat(list("to=" + before.plusSeconds(1))).containsExactly(first);
        assertThat(list("from=" + before.plusSeconds(599))).containsExactly(second, first);
        assertThat(list("from=" + before.plusSeconds(600))).containsExactly(second);
        assertThat(list("from=" + before.plusSeconds(3600) + "&open=false")).isEmpty();
        assertThat(api.get("/sessions?ip=10.5.50").status()).isEqualTo(400);
        assertThat(api.get("/sessions?open=yes").status()).isEqualTo(400);
    }

    @Test
    void aListReadPageAfterPageShowsEachSessionOnce() {
        for (int i = 0; i < 23; i++) {
            hear(Kind.START, "s" + i, null, "10.5.50." + i);
            hear(Kind.STOP, "s" + i, null, "10.5.50." + i);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = api.get("/sessions?limit=7" + next).json();
            page.get("sessions").forEach(one -> seen.add(one.get("id").stringValue()));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(api.get("/sessions?cursor=" + "A".repeat(38)).status()).isEqualTo(400);
    }

    @Test
    void aKeyReadsItsOwnNetworkAloneAndOnlyIfItMayRead() {
        hear(Kind.START, "1", null, "10.5.50.77");
        Contract cafe = contracts.open();
        ApiClient stranger = new ApiClient(port, apiKeys.of(cafe));
        for (String query : List.of("", "?mac=" + device, "?ip=10.5.50.77")) {
            assertThat(stranger.get("/sessions" + query).json().get("sessions")).isEmpty();
        }
        ApiClient writer = new ApiClient(port, apiKeys.of(hotel, KeyScope.TOKENS_WRITE));
        assertThat(writer.get("/sessions").status()).isEqualTo(403);
        assertThat(new ApiClient(port, "pk_wrong").get("/sessions").status()).isEqualTo(401);
    }

    private Token letIn() {
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(7), null, null))
                        .tokens()
                        .getFirst());
        return activation.activate(hotel.id(), token.code(), device);
    }

    private List<JsonNode> list(String query) {
        return api.get("/sessions?" + query)
                .json()
                .get("sessions")
                .valueStream()
                .toList();
    }
}
