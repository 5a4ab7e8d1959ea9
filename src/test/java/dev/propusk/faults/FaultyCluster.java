package dev.propusk.faults;

import dev.propusk.Application;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.faults.HttpLoad.Customer;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Three databases, two applications and a balancer. */
abstract class FaultyCluster {
    static final int CUSTOMERS = 20;

    /** A machine with few processors starts two applications beside three databases. */
    static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** The same for two applications in one process: who asks is known to both. */
    static final SecurityContextHolderStrategy WHO_ASKS = SecurityContextHolder.getContextHolderStrategy();

    static final Path KEY = FaultTable.FOLDER.resolve("cluster.key");
    static GaleraScript galera;
    static @Nullable Balancer balancer;
    static final List<Process> PROCESSES = new ArrayList<>();

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

    static List<Customer> customers() {
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

    static ConfigurableApplicationContext application(String url) {
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

    static Process startApplication(int port) throws IOException {
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

    static ContractId open(ConfigurableApplicationContext application, String name) {
        List<ContractId> opened = new ArrayList<>();
        NewContract terms = new NewContract(name, "Гостиница " + name, name, "Net", ZoneId.of("Europe/Moscow"), true);
        ActingAs.administrator(() -> opened.add(application
                .getBean(Contracts.class)
                .open(ContractId.next(), terms)
                .id()));
        return opened.getFirst();
    }

    static <T> T as(ContractId contract, Supplier<T> event) {
        return ActingAs.user(new PanelUser(UUID.randomUUID(), "cluster", "", Role.OWNER, contract, true, 0), event);
    }
}
