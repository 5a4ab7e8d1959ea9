package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
import dev.propusk.faults.HttpLoad.Customer;
import dev.propusk.security.ContractId;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;

/** One after the other is killed under load. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterFaults extends FaultyCluster {
    private static final Duration PHASE = Duration.ofSeconds(Integer.getInteger("cluster.phase", 20));
    private static final int RACES = Integer.getInteger("cluster.races", 300);
    private static final int THREADS = 8;

    @Test
    @Order(1)
    void anActivationAndAnAnnulmentOnTwoNodesNeverBothSucceed() throws Exception {
        try (ConfigurableApplicationContext one = application(galera.url(1));
                ConfigurableApplicationContext two = application(galera.url(2));
                Connection third = galera.connect(3)) {
            ContractId contract = open(one, "race");
            int both = 0;
            for (int round = 0; round < RACES; round++) {
                both += race(one, two, contract, round % 2 == 0 ? Uses.ANY : Uses.of(3));
                assertThat(count(third, "select count(*) from token where state <> 'ANNULLED'"))
                        .as("what is left alive after round " + round)
                        .isZero();
            }
            FaultTable.add(
                    "an activation and an annulment of one code on two nodes",
                    RACES,
                    new Answers(),
                    Invariants.broken(third, new Answers()),
                    both + " activations came first and were annulled");
        }
    }

    /** @return how many devices got in before the end */
    private static int race(
            ConfigurableApplicationContext one, ConfigurableApplicationContext two, ContractId contract, Uses uses)
            throws Exception {
        Token ready = as(
                contract,
                () -> one.getBean(Generation.class)
                        .generate(contract, new TokenRequest(1, uses, Term.ofDays(1), null, null, Limits.NONE))
                        .tokens()
                        .getFirst());
        CyclicBarrier barrier = new CyclicBarrier(4);
        Callable<Integer> annul = () -> {
            barrier.await();
            as(contract, () -> two.getBean(Annulments.class).annul(contract, ready.id(), true));
            return 0;
        };
        Callable<Integer> activate = () -> {
            barrier.await();
            try {
                one.getBean(Activation.class).activate(contract, ready.code(), device());
                return 1;
            } catch (CodeNotAcceptedException e) {
                return 0;
            }
        };
        int entered = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(annul, activate, activate, activate))) {
                entered += result.get();
            }
        }
        return entered;
    }

    @Test
    @Order(2)
    void nothingIsLostWhileNodesAreKilledAndComeBack() throws Exception {
        List<Customer> customers = customers();
        startApplication(Balancer.PORTS.get(0));
        Process second = startApplication(Balancer.PORTS.get(1));
        balancer = Balancer.start();
        await().atMost(LONGEST_START).until(Balancer::isServed);
        Answers answers = new Answers();
        HttpLoad load = new HttpLoad(Balancer.ADDRESS, customers, answers);
        load.start(THREADS);
        await().atMost(LONGEST_START).until(() -> answers.count() > 200);
        StringBuilder log = new StringBuilder("| phase | answers a second | longest gap, s |\n|---|---|---|\n");
        phase("all nodes", answers, log, () -> {});
        phase("kill -9 of the database in use", answers, log, () -> galera.run("kill", "1"));
        phase("that database joined again", answers, log, () -> galera.run("rejoin", "1"));
        phase("kill -9 of one application", answers, log, second::destroyForcibly);
        phase("that application started again", answers, log, () -> startApplication(Balancer.PORTS.get(1)));
        load.stop();
        Files.writeString(FaultTable.FOLDER.resolve("cluster.md"), log);
        List<String> broken = new ArrayList<>();
        for (int node = 1; node <= GaleraScript.NODES; node++) {
            try (Connection connection = galera.connect(node)) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> count(connection, "select count(*) from code_closing") == 0);
                broken.addAll(Invariants.broken(connection, answers));
            }
        }
        FaultTable.add(
                "nodes of the cluster killed and joined again under load", 4, answers, broken, answers.toString());
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** Does it, and watches for so long from the moment it began. */
    private static void phase(String name, Answers answers, StringBuilder log, Deed event) throws Exception {
        long began = System.nanoTime();
        event.run();
        await().pollDelay(Duration.ZERO)
                .atMost(PHASE.plusMinutes(5))
                .until(() -> System.nanoTime() - began > PHASE.toNanos());
        long ended = System.nanoTime();
        log.append("| %s | %.0f | %.1f |\n"
                .formatted(name, answers.perSecond(began, ended), answers.longestGap(began, ended)));
    }

    private static MacAddress device() {
        return new MacAddress(0x0A00_0000_0000L | ThreadLocalRandom.current().nextLong(1L << 40));
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
