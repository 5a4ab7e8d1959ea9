package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.work.WorkQueues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers never, or has very many events, keeps no other contract waiting. */
@PropuskTest
class FairDeliveryTest {
    private static final int SILENT = 100;
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Autowired
    HookTable hooks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    WorkQueues queues;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<ServerSocket> silent = new ArrayList<>();
    private final List<ContractId> contracts = new ArrayList<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private HttpServer prompt;
    private HookClient client;
    private Deliverer deliverer;
    private volatile boolean isOver;
    private Thread job;

    @BeforeEach
    void start() throws IOException {
        jdbc.sql("delete from webhook_delivery").update();
        prompt = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        prompt.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        prompt.createContext("/", exchange -> {
            try (exchange) {
                received.add(exchange.getRequestHeaders().getFirst("X-Propusk-Event"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        prompt.start();
        HookSettings settings = new HookSettings(true, List.of(), Duration.ofSeconds(5));
        client = new HookClient(settings, new PublicAddresses(settings));
        deliverer = new Deliverer(deliveries, hooks, client, queues, settings, clock);
        job = Thread.ofPlatform().unstarted(() -> {
            while (!isOver) {
                deliverer.deliverDue();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        isOver = true;
        job.interrupt();
        job.join();
        client.destroy();
        deliverer.destroy();
        prompt.stop(0);
        for (ServerSocket one : silent) {
            one.close();
        }
        jdbc.sql("delete from webhook_delivery").update();
        for (ContractId contract : contracts) {
            hooks.delete(contract);
            jdbc.sql("delete from contract where id = ?")
                    .param(contract.value())
                    .update();
        }
    }

    @Test
    void aHundredReceiversThatNeverAnswerKeepTheOthersEventsNoLongerThanTwoSeconds() throws Exception {
        for (int i = 0; i < SILENT; i++) {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            silent.add(socket);
            events(contract(socket.getLocalPort()), 20);
        }
        List<ContractId> others = List.of(contract(promptPort()), contract(promptPort()), contract(promptPort()));
        others.forEach(other -> events(other, 1));
        job.start();
        await().atMost(PROMISED).until(() -> received.size() == 3);
        await().atMost(Duration.ofSeconds(20)).until(() -> tried() >= SILENT);
        // whatever is tried again, and however often: who comes later waits no longer
        for (int round = 1; round <= 3; round++) {
            int sofar = received.size();
            others.forEach(other -> events(other, 5));
            await().atMost(PROMISED).until(() -> received.size() == sofar + 15);
        }
    }

    @Test
    void aContractWithVeryManyEventsKeepsNoOtherWaiting() throws Exception {
        ContractId large = contract(promptPort());
        events(large, 20_000);
        job.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> !received.isEmpty());
        ContractId small = contract(promptPort());
        UUID event = events(small, 1).getFirst();
        await().atMost(PROMISED).until(() -> received.contains(event.toString()));
        assertThat(tried()).isLessThan(20_000);
    }

    private int tried() {
        return jdbc.sql("select count(*) from webhook_delivery where attempts > 0")
                .query(Integer.class)
                .single();
    }

    private int promptPort() {
        return prompt.getAddress().getPort();
    }

    private ContractId contract(int port) {
        ContractId contract = new ContractId(TimeOrderedId.next());
        String number = "F" + contract.value().toString().substring(19, 36).replace("-", "");
        jdbc.sql("""
                        insert into contract (id, number, name, slug, ssid, zone, status, opened_at)
                        values (?, ?, 'Fair', ?, 'Fair', 'Europe/Moscow', 'OPEN', ?)
                        """)
                .params(
                        contract.value(),
                        number,
                        number.toLowerCase(java.util.Locale.ROOT),
                        InstantConverter.toUtc(clock.instant()))
                .update();
        contracts.add(contract);
        hooks.insert(new Hook(contract, "http://127.0.0.1:" + port + "/", 0), HookSecret.issue(), clock.instant());
        return contract;
    }

    private List<UUID> events(ContractId contract, int count) {
        List<UUID> ids = Stream.generate(TimeOrderedId::next).limit(count).toList();
        String rows = String.join(
                ",",
                ids.stream()
                        .map(id -> "('%s', '%s', 'trial', '{}', '%3$s', 'WAITING', '%3$s')"
                                .formatted(id, contract.value(), InstantConverter.toUtc(clock.instant())))
                        .toList());
        jdbc.sql("insert into webhook_delivery (id, contract_id, type, body, created_at, state, next_at) values "
                        + rows)
                .update();
        return ids;
    }
}
