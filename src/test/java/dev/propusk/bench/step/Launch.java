package dev.propusk.bench.step;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts programs, and waits for them.
 *
 * @param folder for what they say
 */
record Launch(Path folder) {
    /** In seconds: on a busy machine even making the cache takes minutes. */
    private static final long LONGEST = 600;

    private static final Path UNPACKED = Path.of("target", "mariadb-binaries");

    /** Seconds from the start of Java with these options to the first sign of life; then it is ended. */
    double secondsToUp(List<String> options) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.add("--server.port=" + port);
        Path log = folder.resolve("start.log");
        long began = System.nanoTime();
        Process process = start(command, log);
        try (HttpClient http = HttpClient.newHttpClient()) {
            await("the start, of which " + log + " tells")
                    .atMost(Duration.ofSeconds(LONGEST))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(() -> !process.isAlive())
                    .until(() -> isUp(http, port));
            return (System.nanoTime() - began) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Until it has ended well. */
    void run(String... command) throws Exception {
        Path log = folder.resolve("run.log");
        Process process = start(List.of(command), log);
        if (!process.waitFor(LONGEST, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed: " + Files.readString(log));
        }
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private Process start(List<String> command, Path log) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command);
        first(builder, Path.of(java()).resolveSibling("").toString());
        if (Files.exists(UNPACKED)) {
            first(builder, serverIn(UNPACKED).toString());
        }
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static void first(ProcessBuilder builder, String programs) {
        builder.environment().merge("PATH", programs, (path, folder) -> folder + ":" + path);
    }

    /** The jar carries no server: a machine that has none of its own is lent the one that the tests unpacked. */
    private static Path serverIn(Path unpacked) throws IOException {
        try (Stream<Path> found = Files.find(unpacked, 3, (path, kind) -> path.endsWith("bin/mariadbd"))) {
            return found.findFirst().orElseThrow().toAbsolutePath().resolveSibling("");
        }
    }

    private static boolean isUp(HttpClient http, int port) throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
