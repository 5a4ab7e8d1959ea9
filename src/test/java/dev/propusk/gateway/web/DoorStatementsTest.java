package dev.propusk.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.propusk.PropuskTest;
import dev.propusk.Said;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.TestWeb;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.Remembered;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** What a gateway's question says to the database: each statement goes there and back, each commit waits for a disk. */
@PropuskTest
class DoorStatementsTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    RadiusServers servers;

    @Autowired
    Generation generation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private final String address = "127.9.0." + ADDRESSES.incrementAndGet();
    private final MacAddress device = TestContracts.device();
    private String session = "1";
    private final UUID server = TimeOrderedId.next();
    private MockMvc web;
    private Contract hotel;
    private GatewayId gateway;
    private String key;
    private String freeRadius;

    @BeforeEach
    void setUp() throws Exception {
        web = TestWeb.of(context);
        hotel = contracts.open();
        Keyed added = gateways.add(
                hotel,
                new NewGateway("Шлюз", GatewayKind.OTHER, null, address, 1, "shared-for-tests", null, List.of()));
        gateway = added.gateway().id();
        key = added.key().value();
        freeRadius = ActingAs.administrator(
                () -> servers.add(server, new NewRadiusServer("FreeRADIUS", AddressList.EVERYWHERE))
                        .value());
        connect();
        authorize(device.toString());
    }

    @Test
    void aDeviceThatConnectsIsOneQuestionWhetherItMayPassOrNot() throws Exception {
        assertOneQuestion(this::connect, 1);
        assertThat(identified(connect())).isFalse();
        identify(generate());
        assertOneQuestion(this::connect, 1);
        assertThat(identified(connect())).isTrue();
    }

    @Test
    void aCodeCostsItsBudgetsAndItsActivation() throws Exception {
        TokenCode code = generate();
        Said activated = Said.during(() -> identify(code));
        assertThat(activated.statements())
                .as("budgets, six of an activation, the device")
                .hasSize(8);
        assertThat(activated.commits()).as("budgets, all else").isEqualTo(2);
        Said again = Said.during(() -> identify(code));
        assertThat(again.statements())
                .as("budgets, contract, token, the device")
                .hasSize(4);
        assertThat(again.commits()).isEqualTo(2);
        Said wrong = Said.during(() -> identify(new TokenCode("100000000000")));
        assertThat(wrong.statements()).anyMatch(statement -> statement.startsWith("insert into guessing_budget"));
        assertThat(wrong.commits())
                .as("budgets, the activation that is none, the guess")
                .isEqualTo(3);
        assertThat(activated.asides() + again.asides() + wrong.asides()).isZero();
    }

    @Test
    void aQuestionByFreeRadiusIsOneWhetherItMayPassOrNot() throws Exception {
        assertOneQuestion(() -> authorize(device.toString()), 1);
        TokenCode code = generate();
        Said activated = Said.during(() -> authorize(code.value()));
        assertThat(activated.statements()).hasSize(8);
        assertThat(activated.commits()).isEqualTo(2);
        assertOneQuestion(() -> authorize(device.toString()), 1);
        assertThat(authorize(device.toString()).getResponse().getContentAsString())
                .contains("Accept");
    }

    @Test
    void onlyARejectionThatIsHeldGoesThroughAllFiltersTwice() throws Exception {
        assertThat(isHeld(authorize(device.toString()))).isFalse();
        assertThat(isHeld(authorize(generate().value()))).isFalse();
        assertThat(isHeld(authorize(device.toString()))).isFalse();
        assertThat(isHeld(identify(generate()))).isFalse();
        assertThat(isHeld(authorize("100000000000"))).isTrue();
        assertThat(isHeld(identify(new TokenCode("100000000000")))).isTrue();
    }

    private static boolean isHeld(MvcResult answer) {
        return answer.getRequest().getAsyncContext() != null;
    }

    @Test
    void aReportIsOneTransactionAndAnInterimThreeStatements() throws Exception {
        identify(generate());
        account("Start", 0);
        clock.advance(Duration.ofMinutes(2));
        account("Interim-Update", 120);
        account("Interim-Update", 120); // the equipment is known from here on, and heard of again in a minute
        clock.advance(Duration.ofSeconds(10));
        assertOneQuestion(() -> account("Interim-Update", 130), 3);
        clock.advance(Duration.ofSeconds(10));
        assertOneQuestion(() -> account("Stop", 140), 3);
        Said next = Said.during(() -> {
            session = "2";
            return account("Start", 0);
        });
        assertThat(next.statements())
                .as("sessions of this id, of the device, the new one, its address, who had that, the device")
                .hasSize(6);
        assertThat(next.commits()).isOne();
    }

    /** What stands in the database for a moment longer than it is remembered, is found there by the next question. */
    @Test
    void whatAnotherNodeChangedHoldsWithinSeconds() throws Exception {
        identify(generate());
        assertThat(identified(connect())).isTrue();
        jdbc.sql("update contract set status = 'SUSPENDED' where id = ?")
                .param(hotel.id().value())
                .update();
        await().atMost(Remembered.FOR.plusSeconds(2)).until(() -> !identified(connect()));
        jdbc.sql("update gateway set removed_at = added_at where contract_id = ?")
                .param(hotel.id().value())
                .update();
        await().atMost(Remembered.FOR.plusSeconds(2))
                .until(() -> connect().getResponse().getStatus() == 401);
        assertThat(authorize(device.toString()).getResponse().getContentAsString())
                .contains("Reject");
    }

    @Test
    void aServersKeyThatIsRemovedIsRefusedAtOnceAndSoIsAGateway() throws Exception {
        assertThat(authorize(device.toString()).getResponse().getStatus()).isEqualTo(200);
        identify(generate());
        assertThat(authorize(device.toString()).getResponse().getContentAsString())
                .contains("Accept");
        ActingAs.administrator(() -> gatewayService.remove(hotel.id(), gateway));
        assertThat(authorize(device.toString()).getResponse().getContentAsString())
                .contains("Reject");
        ActingAs.administrator(() -> servers.remove(server));
        assertThat(authorize(device.toString()).getResponse().getStatus()).isEqualTo(401);
    }

    private void assertOneQuestion(Callable<?> question, int statements) throws Exception {
        Said said = Said.during(question);
        assertThat(said.statements()).hasSize(statements);
        assertThat(said.commits()).isOne();
        assertThat(said.asides()).isZero();
    }

    private static boolean identified(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString().contains("\"identified\":true");
    }

    private MvcResult connect() throws Exception {
        return call("connect", key, "{\"mac\":\"" + device + "\"}");
    }

    private MvcResult identify(TokenCode code) throws Exception {
        return call("identify", key, "{\"mac\":\"" + device + "\",\"identifier\":\"" + code.value() + "\"}");
    }

    private MvcResult authorize(String user) throws Exception {
        return call("radius/authorize", freeRadius, "{" + attribute("User-Name", user) + "," + its() + "}");
    }

    private MvcResult account(String kind, long seconds) throws Exception {
        return call(
                "radius/accounting",
                freeRadius,
                "{" + attribute("Acct-Status-Type", kind) + "," + attribute("Acct-Session-Id", session) + ","
                        + attribute("Acct-Session-Time", Long.toString(seconds)) + ","
                        + attribute("Acct-Input-Octets", Long.toString(seconds * 1000)) + ","
                        + attribute("Framed-IP-Address", "10.1.2.3") + ","
                        + its() + "}");
    }

    private String its() {
        return attribute("Calling-Station-Id", device.toString());
    }

    private static String attribute(String name, String value) {
        return "\"" + name + "\":{\"type\":\"string\",\"value\":[\"" + value + "\"]}";
    }

    private MvcResult call(String door, String with, String body) throws Exception {
        MockHttpServletRequestBuilder request = post("/gateway/v1/" + door)
                .header("Authorization", "Bearer " + with)
                .header("X-Radius-Source", address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        MvcResult begun = web.perform(request).andReturn();
        return begun.getRequest().isAsyncStarted()
                ? web.perform(asyncDispatch(begun)).andReturn()
                : begun;
    }

    private TokenCode generate() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst()
                        .code());
    }
}
