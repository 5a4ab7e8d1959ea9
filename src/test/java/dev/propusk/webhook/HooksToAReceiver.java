package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contract whose events go to a receiver of this test. */
@PropuskTest
abstract class HooksToAReceiver {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Hooks hooks;

    @Autowired
    HookTable table;

    @Autowired
    Deliveries deliveries;

    @Autowired
    WorkQueues queues;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.context.ApplicationContext context;

    final List<Received> received = Collections.synchronizedList(new ArrayList<>());

    volatile int answer = 200;

    HttpServer pms;

    HookClient client;

    Deliverer deliverer;

    Contract hotel;

    String secret;

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

    void receive(HttpExchange exchange) throws IOException {
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

    static void pause(int millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(
                Duration.ofMillis(millis).toNanos());
    }

    void goTo(String path) {
        jdbc.sql("update webhook set url = ? where contract_id = ?")
                .params(
                        "http://127.0.0.1:" + pms.getAddress().getPort() + path,
                        hotel.id().value())
                .update();
    }

    void trial() {
        contracts.asOwner(hotel, () -> {
            hooks.sendTrial(hotel.id());
            return true;
        });
    }

    void deliver() {
        deliver(deliverer);
    }

    static void deliver(Deliverer node) {
        node.deliverDue();
        assertThat(node.awaitRest(Duration.ofSeconds(60))).isTrue();
    }

    Deliverer deliverer(HookSettings settings) {
        return new Deliverer(deliveries, table, client, queues, settings, clock);
    }

    List<Token> generate(int count, Reuse reuse, Term term) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(count, reuse, term, null, null))
                        .tokens());
    }

    Received of(String type) {
        return received.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    record Received(String path, String event, String timestamp, String signature, String body) {
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
