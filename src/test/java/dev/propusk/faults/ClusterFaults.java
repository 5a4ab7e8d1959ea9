package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.Application;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.faults.HttpLoad.Customer;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Three databases, two applications and a balancer, of which one after the other is killed under load. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterFaults {
    private static final Duration PHASE = Duration.ofSeconds(Integer.getInteger("cluster.phase", 20));
    private static final int RACES = Integer.getInteger("cluster.races", 300);
    private static final int CUSTOMERS = 20;
    private static final int THREADS = 8;

    /** A machine with few processors starts two applications beside three databases. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** The same for two applications in one process: who asks is known to both. */
    private static final SecurityContextHolderStrategy WHO_ASKS = SecurityContextHolder.getContextHolderStrategy();

    private static final Path KEY = FaultTable.FOLDER.resolve("cluster.key");

    private static GaleraScript galera;
    private static @Nullable Balancer balancer;
    private static final List<Process> PROCESSES = new ArrayList<>();

    @BeforeAll
    static void startTheDatabases() throws Exception {
        Files.createDirectories(FaultTable.FOLDER);
        Files.writeString(KEY, "A".repeat(43) + "=\n");
        galera = new GaleraScript();
        galera.run("init");
        galera.run("up");
    }

    @AfterAll
    static void stopAll() throws Exception {
        PROCESSES.forEach(Process::destroyForcibly);
        if (balancer != null) {
            balancer.close();
        }
        galera.run("down");
    }

    @Test
    @Order(1)
    void anActivationAndAnAnnulmentOnTwoNodesNeverBothSucceed() throws Exception {
        try (ConfigurableApplicationContext one = application(galera.url(1));
                ConfigurableApplicationContext two = application(galera.url(2));
                Connection third = galera.connect(3)) {
            ContractId contract = open(one, "race");
            int both = 0;
            for (int round = 0; round < RACES; round++) {
                both += race(one, two, contract);
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
    private static int race(ConfigurableApplicationContext one, ConfigurableApplicationContext two, ContractId contract)
            throws Exception {
        Token ready = as(
                contract,
                () -> one.getBean(Generation.class)
                        .generate(contract, new TokenRequest(1, Reuse.MULTI_USE, Term.ofDays(1), null, null))
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
        startApplication(18_081);
        Process second = startApplication(18_082);
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
        phase("that application started again", answers, log, () -> startApplication(18_082));
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

    private static List<Customer> customers() {
        try (ConfigurableApplicationContext application = application(galera.url())) {
            List<Customer> customers = new ArrayList<>();
            for (int n = 0; n < CUSTOMERS; n++) {
                ContractId contract = open(application, "hotel-" + n);
                NewApiKey request = new NewApiKey("load", EnumSet.allOf(KeyScope.class), null);
                String key = as(
                                contract,
                                () -> application.getBean(ApiKeys.class).make(contract, TimeOrderedId.next(), request))
                        .text();
                customers.add(new Customer("hotel-" + n, key));
            }
            return customers;
        }
    }

    private static ConfigurableApplicationContext application(String url) {
        return new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration"))
                .initializers(
                        LoadedApplication::takeTheRealClock,
                        context -> context.getBeanFactory().registerSingleton("whoAsks", WHO_ASKS))
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + GaleraScript.USER,
                        "--spring.datasource.password=" + GaleraScript.PASSWORD,
                        "--propusk.secret-key-file=" + KEY);
    }

    private static Process startApplication(int port) throws IOException {
        Path log = FaultTable.FOLDER.resolve("application-" + port + ".log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        "target/propusk.jar",
                        "--server.port=" + port,
                        "--propusk.public-url=http://localhost",
                        "--spring.datasource.url=" + galera.url(),
                        "--spring.datasource.username=" + GaleraScript.USER,
                        "--spring.datasource.password=" + GaleraScript.PASSWORD,
                        "--propusk.secret-key-file=" + KEY,
                        "--propusk.data-dir=" + FaultTable.FOLDER.resolve("node-" + port),
                        "--propusk.api.requests-per-minute=1000000",
                        "--propusk.api.burst=100000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        PROCESSES.add(process);
        return process;
    }

    private static ContractId open(ConfigurableApplicationContext application, String name) {
        List<ContractId> opened = new ArrayList<>();
        NewContract terms = new NewContract(name, "Гостиница " + name, name, "Net", ZoneId.of("Europe/Moscow"), true);
        ActingAs.administrator(() -> opened.add(application
                .getBean(Contracts.class)
                .open(ContractId.next(), terms)
                .id()));
        return opened.getFirst();
    }

    private static <T> T as(ContractId contract, Supplier<T> event) {
        return ActingAs.user(new PanelUser(UUID.randomUUID(), "cluster", "", Role.OWNER, contract, true, 0), event);
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
