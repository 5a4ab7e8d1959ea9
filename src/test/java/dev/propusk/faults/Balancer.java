package dev.propusk.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The balancer of the compose file, with its configuration, before two applications on this machine. */
final class Balancer implements AutoCloseable {
    static final String ADDRESS = "http://127.0.0.1:18080";

    /** Where it expects the applications. */
    static final List<Integer> PORTS = List.of(18_081, 18_082);

    private static final int COMMANDS = 9_999;

    private final Process process;

    private Balancer(Process process) {
        this.process = process;
    }

    static Balancer start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getenv().getOrDefault("HAPROXY", "haproxy"), "-db", "-f", "docker/haproxy.cfg");
        builder.environment()
                .putAll(Map.of(
                        "BALANCER_ADDRESS", "127.0.0.1:18080",
                        "APPLICATION_1", "127.0.0.1:" + PORTS.get(0),
                        "APPLICATION_2", "127.0.0.1:" + PORTS.get(1)));
        Path log = FaultTable.FOLDER.resolve("balancer.log");
        return new Balancer(builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** Whether a request gets through to an application. */
    static boolean isServed() throws InterruptedException {
        return isUp(18_080);
    }

    static boolean isUp(int port) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives this application no new requests, as {@code docs/upgrade.md} says, or gives it some again. */
    void drain(String application, boolean drained) throws IOException {
        command("set server applications/" + application + " state " + (drained ? "drain" : "ready"));
    }

    /** Whether the balancer's own checks have found this application up, {@code UP} or {@code no check} aside. */
    boolean findsUp(String application) throws IOException {
        return command("show servers state applications")
                .lines()
                .map(line -> line.split(" "))
                .anyMatch(words -> words.length > 5 && words[3].equals(application) && words[5].equals("2"));
    }

    private static String command(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), COMMANDS)) {
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
