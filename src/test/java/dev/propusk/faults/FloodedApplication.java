package dev.propusk.faults;

import static org.awaitility.Awaitility.await;

import dev.propusk.Application;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.util.FileSystemUtils;

/** The application as it is shipped, with the image's heap, and a gateway that goes on asking it. */
abstract class FloodedApplication {
    static final Path DATA = FaultTable.FOLDER.resolve("flood");
    static final Path LOG = FaultTable.FOLDER.resolve("flood.log");
    static final String KEY_OF_GATEWAY = "gk_demo_hotel";
    final HttpClient http = HttpClient.newHttpClient();
    final List<Long> asked = new ArrayList<>();
    final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    final List<Socket> slow = new ArrayList<>();
    int port;
    Process application;

    @BeforeEach
    void start() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        Files.createDirectories(FaultTable.FOLDER);
        Files.deleteIfExists(LOG);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        application = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dvaadin.productionMode=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        withoutTests(),
                        Application.class.getName(),
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--propusk.data-dir=" + DATA,
                        "--propusk.mariadb.unpack-dir=target/mariadb-binaries"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> isUp());
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : slow) {
            socket.close();
        }
        application.destroy();
        if (!application.waitFor(1, TimeUnit.MINUTES)) {
            application.destroyForcibly().waitFor();
        }
        http.close();
    }

    void connect() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/gateway/v1/connect"))
                .header("Authorization", "Bearer gk_demo_cafe")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString("{\"mac\":\"AA:BB:CC:00:00:01\"}"))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                wrong.add("connect: " + answer.statusCode());
            }
        } catch (IOException e) {
            wrong.add("connect: " + e.getClass().getSimpleName());
        }
        asked.add(System.nanoTime() - start);
    }

    boolean isUp() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/actuator/health"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, BodyHandlers.ofString()).body().contains("\"UP\"");
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    long percentile(int percent) {
        long[] sorted = asked.stream().mapToLong(Long::longValue).sorted().toArray();
        return TimeUnit.NANOSECONDS.toMillis(sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]);
    }

    /** As it is shipped: the tests bring a clock of their own. */
    static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
