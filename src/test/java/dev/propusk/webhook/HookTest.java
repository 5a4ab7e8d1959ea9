package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.Secrets;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.work.WorkQueues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PropuskTest
class HookTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Hooks hooks;

    @Autowired
    HookTable table;

    @Autowired
    Secrets secrets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    WorkQueues queues;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.context.ApplicationContext context;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 200;
    private HttpServer pms;
    private HookClient client;
    private Deliverer deliverer;
    private Contract hotel;
    private String secret;

    /** The other side is on this machine, which only a client of the demo's kind lets through. */
    @BeforeEach
    void startTheOtherSide() throws IOException {
        jdbc.sql("delete from webhook_delivery").update();
        pms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pms.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        pms.createContext("/", this::receive);
        pms.start();
        HookSettings demo = new HookSettings(true, List.of(), Duration.ofSeconds(2));
        client = new HookClient(demo, new PublicAddresses(demo));
        deliverer = deliverer(demo);
        hotel = contracts.open();
        secret = contracts
                .asOwner(hotel, () -> hooks.set(hotel.id(), "https://pms.example.com/propusk", 2, null))
                .orElseThrow();
        goTo("/propusk");
    }

    @AfterEach
    void stop() throws IOException {
        deliverer.destroy();
        client.destroy();
        pms.stop(0);
    }

    @Test
    void eachEventOfATokenArrivesSigned() {
        Token token = generate(3, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        MacAddress device = TestContracts.device();
        activation.activate(hotel.id(), token.code(), device);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
        deliver();
        assertThat(received)
                .extracting(Received::type)
                .containsExactlyInAnyOrder("tokens.low", "token.activated", "token.annulled");
        for (Received one : received) {
            assertThat(one.signatures()).containsExactly("v1=" + sign(secret, one));
            assertThat(one.json().get("id").stringValue()).isEqualTo(one.event());
            assertThat(one.json().get("contract").stringValue()).isEqualTo(hotel.number());
        }
        JsonNode activated = of("token.activated").json().at("/data/token");
        assertThat(activated.get("id").stringValue()).isEqualTo(token.id().toString());
        assertThat(activated.get("mac").stringValue()).isEqualTo(device.toString());
        assertThat(activated.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(of("token.annulled").json().at("/data/token/annulment").stringValue())
                .isEqualTo("BY_HAND");
        assertThat(of("tokens.low").json().get("data").toString()).isEqualTo("{\"unused\":2,\"limit\":200}");
        deliver();
        assertThat(received).hasSize(3);
    }

    @Test
    void whatExpiresIsToldOneByOne() throws Exception {
        for (Token token : generate(5, Reuse.SINGLE_USE, Term.ofDays(1))) {
            activation.activate(hotel.id(), token.code(), TestContracts.device());
        }
        clock.advance(Duration.ofDays(1));
        expire();
        deliver();
        assertThat(received.stream().filter(one -> one.type().equals("token.annulled")))
                .hasSize(5)
                .allMatch(one ->
                        one.json().at("/data/token/annulment").stringValue().equals("EXPIRED"));
    }

    @Test
    void aMoveEndsOneTokenAndActivatesAnother() {
        Token token = generate(5, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        Token moved =
                contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), token.id(), TestContracts.device()));
        deliver();
        assertThat(received)
                .extracting(Received::type)
                .containsExactlyInAnyOrder("token.activated", "token.annulled", "token.activated");
        assertThat(of("token.annulled").json().at("/data/token/annulment").stringValue())
                .isEqualTo("MOVED_TO_NEW_MAC");
        assertThat(received)
                .anyMatch(one -> one.json()
                        .at("/data/token/id")
                        .stringValue()
                        .equals(moved.id().toString()));
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndGivenUpInTheEnd() {
        answer = 500;
        trial();
        deliver();
        deliver();
        assertThat(received).hasSize(1);
        assertThat(log().getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.WAITING))
                .satisfies(one -> assertThat(one.status()).isEqualTo(500))
                .satisfies(
                        one -> assertThat(one.next()).isEqualTo(clock.instant().plusSeconds(10)));
        clock.advance(Duration.ofSeconds(10));
        answer = 204;
        deliver();
        assertThat(log().getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(received)
                .hasSize(2)
                .extracting(Received::event)
                .containsOnly(received.getFirst().event());
        assertThat(received)
                .extracting(Received::body)
                .containsOnly(received.getFirst().body());

        answer = 302;
        trial();
        for (int i = 0; i < 12; i++) {
            deliver();
            clock.advance(Duration.ofHours(25));
        }
        assertThat(log().getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.GIVEN_UP))
                .satisfies(one -> assertThat(one.status()).isEqualTo(302))
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(11));
        assertThat(received).extracting(Received::path).containsOnly("/propusk");
    }

    @Test
    void anAnswerThatDripsOrNeverEndsCostsNoMoreThanItsTime() {
        goTo("/drip");
        trial();
        goTo("/flood");
        trial();
        long start = System.nanoTime();
        deliver();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        goTo("/silence");
        trial();
        deliver();
        assertThat(log().getFirst().reason()).isEqualTo(DeliveryFailure.TIMEOUT);
    }

    @Test
    void severalNodesNeverDeliverTheSameEventAtTheSameTime() throws Exception {
        for (int i = 0; i < 40; i++) {
            trial();
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                Deliverer node = deliverer(new HookSettings(true, List.of(), Duration.ofSeconds(2)));
                nodes.execute(() -> deliver(node));
            }
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(received).hasSize(40).extracting(Received::event).doesNotHaveDuplicates();
    }

    @Test
    void anEventIsWrittenWithWhatHappenedOrNotAtAll() {
        Contract cafe = contracts.open();
        generate(1, Reuse.SINGLE_USE, Term.UNLIMITED);
        assertThat(log()).isEmpty();
        contracts.asOwner(hotel, () -> {
            hooks.remove(hotel.id());
            return true;
        });
        Token token = generate(1, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        assertThat(log()).isEmpty();
        assertThat(contracts.asOwner(cafe, () -> hooks.deliveries(cafe.id()))).isEmpty();
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        String replacement = contracts.asOwner(hotel, () -> hooks.replaceSecret(hotel.id()));
        trial();
        deliver();
        Received one = received.getFirst();
        assertThat(one.signatures()).containsExactly("v1=" + sign(replacement, one), "v1=" + sign(secret, one));
        clock.advance(Duration.ofDays(1));
        trial();
        deliver();
        assertThat(received.getLast().signatures()).containsExactly("v1=" + sign(replacement, received.getLast()));
        assertThat(jdbc.sql("select hex(secret) from webhook where contract_id = ?")
                        .param(hotel.id().value())
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase(
                        java.util.HexFormat.of().formatHex(replacement.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSecretThatAnEarlierVersionIssuedSignsAsItDid() {
        String old = "whsec_rE3pU3H3My1qHYUDChw8eWgGQFoqcAyWhKFpWjnnhTc";
        byte[] kept = secrets.encrypt("webhook-secret", old.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update webhook set secret = ? where contract_id = ?")
                .params(kept, hotel.id().value())
                .update();
        assertThat(table.secrets(hotel.id(), clock.instant()))
                .extracting(one -> one.sign(1_764_460_800, "{}"))
                .containsExactly("0676449bb22cf23c8ea80e366957ced729c3964f4444e3188711b09f66db548f");
    }

    @Test
    void theApplicationItselfRefusesAnAddressOnThisMachine() {
        contracts.asOwner(
                hotel,
                () -> hooks.set(
                        hotel.id(),
                        "https://localhost:" + pms.getAddress().getPort(),
                        2,
                        hooks.find(hotel.id()).orElseThrow()));
        trial();
        deliver(context.getBean(Deliverer.class));
        assertThat(log().getFirst().reason()).isEqualTo(DeliveryFailure.REFUSED);
        assertThat(received).isEmpty();
        assertThatThrownBy(
                        () -> contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "http://pms.example.com/", 2, null)))
                .isInstanceOf(InvalidHookAddressException.class);
    }

    @Test
    void onlyTheOwnerSetsWhereEventsGo() {
        Contract cafe = contracts.open();
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> hooks.find(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> hooks.replaceSecret(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        contracts.suspend(hotel.id());
        assertThatThrownBy(() -> contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "https://a.example/", 2, null)))
                .isInstanceOf(dev.propusk.contract.WrongContractStatusException.class);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        received.add(new Received(
                path,
                exchange.getRequestHeaders().getFirst("X-Propusk-Event"),
                exchange.getRequestHeaders().getFirst("X-Propusk-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Propusk-Signature"),
                body));
        try (exchange) {
            switch (path) {
                case "/silence" -> pause(5_000);
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        pause(200);
                    }
                }
                case "/flood" -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[64 * 1024];
                    for (int i = 0; i < 100_000; i++) {
                        exchange.getResponseBody().write(much);
                    }
                }
                default -> {
                    if (answer == 302) {
                        exchange.getResponseHeaders().set("Location", "/elsewhere");
                    }
                    exchange.sendResponseHeaders(answer, -1);
                }
            }
        }
    }

    private static void pause(int millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(
                Duration.ofMillis(millis).toNanos());
    }

    private void goTo(String path) {
        jdbc.sql("update webhook set url = ? where contract_id = ?")
                .params(
                        "http://127.0.0.1:" + pms.getAddress().getPort() + path,
                        hotel.id().value())
                .update();
    }

    private void trial() {
        contracts.asOwner(hotel, () -> {
            hooks.sendTrial(hotel.id());
            return true;
        });
    }

    private void deliver() {
        deliver(deliverer);
    }

    private static void deliver(Deliverer node) {
        node.deliverDue();
        assertThat(node.awaitRest(Duration.ofSeconds(60))).isTrue();
    }

    private Deliverer deliverer(HookSettings settings) {
        return new Deliverer(deliveries, table, client, queues, settings, clock);
    }

    /** The sweep is not ours to call; whatever it is made of, it comes by itself. */
    private void expire() throws Exception {
        Object expiry = context.getBean("expiry");
        var sweep = expiry.getClass().getDeclaredMethod("annulDue");
        sweep.setAccessible(true);
        sweep.invoke(expiry);
    }

    private List<Delivery> log() {
        return contracts.asOwner(hotel, () -> hooks.deliveries(hotel.id()));
    }

    private List<Token> generate(int count, Reuse reuse, Term term) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(count, reuse, term, null, null))
                        .tokens());
    }

    private Received of(String type) {
        return received.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static String sign(String secret, Received one) {
        return new HookSecret(new IssuedKey(secret)).sign(Long.parseLong(one.timestamp()), one.body());
    }

    private record Received(String path, String event, String timestamp, String signature, String body) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        String type() {
            return json().get("type").stringValue();
        }

        List<String> signatures() {
            return List.of(signature.split(","));
        }
    }
}
