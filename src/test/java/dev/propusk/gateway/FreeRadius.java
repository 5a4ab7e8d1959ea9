package dev.propusk.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's own FreeRADIUS, with a folder of configuration, on ports of the loopback. */
public final class FreeRadius implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/freeradius");

    private final Process process;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private FreeRadius(Process process) {
        this.process = process;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(SERVER) && Files.isExecutable(Path.of("/usr/bin/radclient"));
    }

    public static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public static FreeRadius start(Path configuration, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        SERVER.toString(),
                        "-f",
                        "-d",
                        configuration.toAbsolutePath().toString(),
                        "-l",
                        "stdout")
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        FreeRadius server = new FreeRadius(builder.start());
        CountDownLatch ready = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> server.read(ready));
        if (!ready.await(30, TimeUnit.SECONDS) || !server.process.isAlive()) {
            server.close();
            throw new IllegalStateException("FreeRADIUS did not start:\n" + server.log());
        }
        return server;
    }

    /** The configuration that is delivered, on the loopback, with a key of its own and no file of clients. */
    public static FreeRadius startWithKey(String url, String key, Path folder, int authPort, int acctPort)
            throws Exception {
        return start(Path.of("docker", "freeradius"), withKey(url, key, folder, authPort, acctPort));
    }

    /** What it wants for that in its environment. */
    static Map<String, String> withKey(String url, String key, Path folder, int authPort, int acctPort) {
        return Map.of(
                "PROPUSK_URL",
                url,
                "PROPUSK_RADIUS_KEY",
                key,
                "PROPUSK_RADIUS_RUN",
                folder.toString(),
                "PROPUSK_RADIUS_LISTEN",
                "127.0.0.1",
                "PROPUSK_RADIUS_IPV6",
                "on",
                "PROPUSK_RADIUS_AUTH_PORT",
                Integer.toString(authPort),
                "PROPUSK_RADIUS_ACCT_PORT",
                Integer.toString(acctPort));
    }

    private void read(CountDownLatch ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                log.add(line);
                if (line.contains("Ready to process requests")) {
                    ready.countDown();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            log.add(e.toString());
        } finally {
            ready.countDown();
        }
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join().destroyForcibly();
    }

    /** Sends a packet as a gateway would, and gives what {@code radclient} says about it and the answer. */
    static String radclient(int port, String kind, String secret, String attributes, String... options)
            throws Exception {
        return radclient("127.0.0.1:" + port, kind, secret, attributes, options);
    }

    /** To a server anywhere; an IPv6 address stands in brackets. */
    static String radclient(String server, String kind, String secret, String attributes, String... options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("radclient", "-x", "-r", "1", "-t", "4"));
        command.addAll(List.of(options));
        command.addAll(List.of(server, kind, secret));
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var input = client.outputWriter(StandardCharsets.UTF_8)) {
            input.write(attributes);
        }
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor();
        return output;
    }
}
