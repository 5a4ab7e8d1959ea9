package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.Application;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.mariadb.EmbeddedMariaDb;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.FileSystemUtils;

/** What a balancer and whoever stops the application may rely on. */
class LifecycleTest {
    private static final Path DATA = FaultTable.FOLDER.resolve("lifecycle");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final SecurityContextHolderStrategy whoAsks = SecurityContextHolder.getContextHolderStrategy();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext application;
    private String base;

    @BeforeEach
    void start() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
        application = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .properties(Map.of("spring.main.banner-mode", "off"))
                .initializers(
                        LoadedApplication::takeTheRealClock,
                        context -> context.getBeanFactory().registerSingleton("whoAsks", whoAsks))
                .run(
                        "--server.port=0",
                        "--propusk.data-dir=" + DATA,
                        "--propusk.guessing.rejection-delay=2s",
                        "--propusk.drain=2s");
        base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    @AfterEach
    void stop() {
        application.close();
        http.close();
    }

    @Test
    void itIsReadyAsLongAsItsDatabaseAnswersAndFinishesWhatItHasBegunWhenItIsStopped() throws Exception {
        assertThat(health("")).isEqualTo(200);
        ProcessHandle.of(application.getBean(EmbeddedMariaDb.class).pid())
                .orElseThrow()
                .destroyForcibly();
        await().pollInterval(Duration.ofMillis(20)).atMost(LONGEST).until(() -> health("/readiness") == 503);
        assertThat(health("/liveness"))
                .as("its database is no reason to start anew")
                .isEqualTo(200);
        await().atMost(LONGEST).until(() -> health("/readiness") == 200);

        CompletableFuture<HttpResponse<String>> begun = http.sendAsync(wrongCode(), BodyHandlers.ofString());
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        Thread closing = Thread.ofVirtual().start(application::close);
        await().pollInterval(Duration.ofMillis(20)).atMost(LONGEST).until(() -> health("/readiness") == 503);
        closing.join();
        assertThat(begun.get().statusCode()).isEqualTo(422);
    }

    private int health(String check) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/actuator/health" + check))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Answered two seconds later. */
    private HttpRequest wrongCode() {
        NewContract terms = new NewContract("1", "Гостиница", "hotel", "Net", ZoneId.of("Europe/Moscow"), true);
        ActingAs.administrator(() -> application.getBean(Contracts.class).open(ContractId.next(), terms));
        return HttpRequest.newBuilder(URI.create(base + "/portal/hotel"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("identifier=100000000000&mac=0A:00:00:00:00:77"))
                .build();
    }
}
