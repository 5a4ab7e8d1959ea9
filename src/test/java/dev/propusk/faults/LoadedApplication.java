package dev.propusk.faults;

import dev.propusk.Application;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.mariadb.EmbeddedMariaDb;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application in a process of its own, under load from within, so that it can be killed.
 *
 * <p>Started with the name of the load's contracts and the application's properties, it says {@code ready} with the
 * database's address, starts to work on the line {@code go}, says what it was answered (see {@link Load}), and ends on
 * {@code stop}.
 */
public final class LoadedApplication {
    private static final int THREADS = 6;
    private static final int CONTRACTS = 3;

    private LoadedApplication() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.banner-mode", "off",
                        "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration"))
                .initializers(LoadedApplication::takeTheRealClock)
                .run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        List<ContractId> contracts = contracts(application.getBean(Contracts.class), name);
        say("ready " + database(application));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (!"go".equals(in.readLine())) {
                System.exit(1);
            }
            Load load = new Load(application, contracts, LoadedApplication::say);
            load.start(THREADS);
            in.readLine();
            load.stop();
        }
        say("stopped");
        application.close();
        System.exit(0);
    }

    /** The tests' own clock stands still. */
    static void takeTheRealClock(ConfigurableApplicationContext application) {
        application.addBeanFactoryPostProcessor(
                beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition("testClock"));
    }

    private static List<ContractId> contracts(Contracts contracts, String name) {
        List<ContractId> found = new ArrayList<>();
        ActingAs.administrator(() -> IntStream.range(0, CONTRACTS).forEach(n -> {
            String slug = name + "-" + n;
            found.add(contracts
                    .findBySlug(slug)
                    .orElseGet(() -> contracts.open(
                            ContractId.next(),
                            new NewContract(
                                    slug, "Гостиница " + n, slug, "Net " + n, ZoneId.of("Europe/Moscow"), true)))
                    .id());
        }));
        return found;
    }

    private static String database(ConfigurableApplicationContext application) throws IOException {
        return application.getBeanProvider(EmbeddedMariaDb.class).stream()
                .findFirst()
                .map(server ->
                        server.jdbcUrl() + " " + server.username() + " " + server.password() + " " + server.pid())
                .orElse("external");
    }

    @SuppressWarnings("SystemOut")
    private static synchronized void say(String line) {
        // in one write, so that a kill leaves no half a line
        System.out.print("@" + line + "\n");
        System.out.flush();
    }
}
