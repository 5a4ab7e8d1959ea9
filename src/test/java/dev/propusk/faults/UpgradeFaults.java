package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.faults.HttpLoad.Customer;
import dev.propusk.mariadb.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The last release and this one on one database, behind the balancer, under load: the nodes are exchanged one by one, the
 * first new one changes the schema under the old one, and then all of it back. As {@code docs/upgrade.md} says to do it.
 */
class UpgradeFaults {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** The demo's, which both know. */
    private static final List<Customer> CUSTOMERS =
            List.of(new Customer("hotel", "pk_demo_hotel"), new Customer("cafe", "pk_demo_cafe"));

    private static final int THREADS = 4;
    private static final int PHASE = Integer.getInteger("upgrade.phase", 200);

    private final List<Process> nodes = new ArrayList<>(List.of());
    private final Path key = FaultTable.FOLDER.resolve("upgrade.key");
    private OwnServer server;
    private Balancer balancer;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(FaultTable.FOLDER);
        Files.writeString(key, "A".repeat(43) + "=\n");
        server = OwnServer.startIn(FaultTable.FOLDER.resolve("upgrade-data"));
        balancer = Balancer.start();
    }

    @AfterEach
    void stop() {
        nodes.forEach(Process::destroyForcibly);
        if (balancer != null) {
            balancer.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void nodesAreExchangedOneByOneAndBackAndNobodyNoticesIt() throws Exception {
        Release last = Release.last();
        Release ours = Release.ours();
        nodes.add(started(0, last));
        nodes.add(started(1, last));
        await().atMost(LONGEST_START)
                .ignoreExceptions()
                .until(() -> balancer.findsUp("one") && balancer.findsUp("two"));
        Answers answers = new Answers();
        HttpLoad load = new HttpLoad(Balancer.ADDRESS, CUSTOMERS, answers);
        load.start(THREADS);
        someWork(answers);
        for (Release next : List.of(ours, last)) {
            for (int node = 0; node < nodes.size(); node++) {
                exchange(node, next);
                someWork(answers);
            }
        }
        load.stop();
        List<String> broken;
        try (Connection connection = server.connect()) {
            broken = Invariants.broken(connection, answers);
        }
        FaultTable.add(
                "two nodes upgraded one by one under load, and taken back", 4, answers, broken, answers.toString());
        assertThat(answers.failed).isEmpty();
    }

    private void exchange(int node, Release next) throws Exception {
        String name = node == 0 ? "one" : "two";
        balancer.drain(name, true);
        Process old = nodes.get(node);
        old.destroy();
        assertThat(old.waitFor(1, TimeUnit.MINUTES)).isTrue();
        nodes.set(node, started(node, next));
        balancer.drain(name, false);
        await().atMost(LONGEST_START).until(() -> balancer.findsUp(name));
    }

    /** Up, by its own word. */
    private Process started(int node, Release release) throws Exception {
        int port = Balancer.PORTS.get(node);
        Process process = release.start(
                port,
                List.of(
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=" + server.url(),
                        "--spring.datasource.username=" + OwnServer.USER,
                        "--spring.datasource.password=" + OwnServer.PASSWORD,
                        "--propusk.secret-key-file=" + key,
                        "--propusk.data-dir=" + FaultTable.FOLDER.resolve("node-" + port),
                        "--propusk.api.requests-per-minute=1000000",
                        "--propusk.api.burst=100000",
                        "--propusk.trusted-proxies=127.0.0.1"));
        await().atMost(LONGEST_START).until(() -> {
            assertThat(process.isAlive())
                    .as("the application on port %d, see its log", port)
                    .isTrue();
            return Balancer.isUp(port);
        });
        return process;
    }

    private static void someWork(Answers answers) {
        int before = answers.count();
        await().atMost(Duration.ofMinutes(5)).until(() -> answers.count() > before + PHASE);
    }
}
