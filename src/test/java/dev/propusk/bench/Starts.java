package dev.propusk.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** From {@code java -jar} on a database that is there already to {@code UP}. */
final class Starts {
    private static final Path JAR = Path.of("target", "propusk.jar");
    private static final Path DATA = Path.of("target", "bench", "start-data");
    private static final long LONGEST = 120;

    void measure(Figures figures) throws Exception {
        if (Files.exists(JAR)) {
            figures.under(15, "start to UP on an existing embedded database", Compared.median(Starts::start), "s");
        }
    }

    private static double start() throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--propusk.data-dir=" + DATA);
        // the jar carries no server: the one that the tests unpacked is the machine's own here
        builder.environment().merge("PATH", unpacked() + "", (path, server) -> server + ":" + path);
        Files.createDirectories(DATA.getParent());
        Path log = DATA.resolveSibling("start.log");
        long began = System.nanoTime();
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isUp(http, port)) {
                if (!process.isAlive() || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST)) {
                    throw new IllegalStateException("It did not start: " + Files.readString(log));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> found =
                Files.find(Path.of("target", "mariadb-binaries"), 3, (path, kind) -> path.endsWith("bin/mariadbd"))) {
            return found.findFirst().orElseThrow().getParent().toAbsolutePath();
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
