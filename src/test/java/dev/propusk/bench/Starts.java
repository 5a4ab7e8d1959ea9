package dev.propusk.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** From {@code java -jar} on a database that is there already to {@code UP}: the jar itself, and as the image starts it. */
final class Starts {
    private static final Path JAR = Path.of("target", "propusk.jar");
    private static final Path DATA = Path.of("target", "bench", "start-data");
    private static final Path IMAGE = Path.of("target", "bench", "image");
    private static final long LONGEST = 120;

    void measure(Figures figures) throws Exception {
        if (Files.exists(JAR)) {
            Compared compared = Compared.byTurns(() -> start(cached()), () -> start(List.of("-jar", JAR.toString())));
            figures.under(15, "start to UP on an existing embedded database, as the image does", compared.ours(), "s");
            figures.atMost(1, "the same, against the jar itself", compared, "s");
        }
    }

    /** The jar's parts side by side, and the cache of what an earlier start has loaded. */
    private static List<String> cached() throws Exception {
        Path jar = IMAGE.resolve("propusk.jar");
        Path cache = IMAGE.resolve("propusk.aot");
        if (Files.notExists(cache)) {
            run(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", IMAGE + "");
            run("sh", "docker/train.sh", jar.toString(), cache.toString());
        }
        return List.of("-XX:AOTCache=" + cache, "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
    }

    private static void run(String... command) throws Exception {
        ProcessBuilder builder = withServer(new ProcessBuilder(command));
        Path java = Path.of(java()).getParent();
        builder.environment().merge("PATH", java + "", (path, folder) -> folder + ":" + path);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(DATA.resolveSibling("train.log").toFile())
                .start();
        if (!process.waitFor(LONGEST, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed: see train.log");
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static double start(List<String> how) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(how);
        command.addAll(List.of("--server.port=" + port, "--propusk.data-dir=" + DATA));
        ProcessBuilder builder = withServer(new ProcessBuilder(command));
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

    /** The jar carries no server: a machine that has none of its own is lent the one that the tests unpacked. */
    private static ProcessBuilder withServer(ProcessBuilder builder) throws IOException {
        Path unpacked = Path.of("target", "mariadb-binaries");
        if (Files.exists(unpacked)) {
            builder.environment().merge("PATH", serverIn(unpacked) + "", (path, server) -> server + ":" + path);
        }
        return builder;
    }

    private static Path serverIn(Path unpacked) throws IOException {
        try (Stream<Path> found = Files.find(unpacked, 3, (path, kind) -> path.endsWith("bin/mariadbd"))) {
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
