package dev.propusk.mariadb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server running for as long as the application wants it, on one port.
 *
 * <p>All starts come from one thread that lives until the end: the system kills the server with the thread that
 * started it, so that nothing is left over after a {@code kill -9} of the application.
 */
final class ServerKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ServerKeeper.class);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 30;
    private static final int PORTS_TRIED = 5;

    private final ServerInstallation installation;
    private final MariaDbServer server;
    private final ServerFiles files;
    private final String password;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> firstStart = new CompletableFuture<>();
    private final Thread thread =
            Thread.ofPlatform().name("mariadb-keeper").daemon().unstarted(this::keep);
    private volatile @Nullable Process process;
    private volatile int port;

    ServerKeeper(ServerInstallation installation, MariaDbServer server, ServerFiles files, String password) {
        this.installation = installation;
        this.server = server;
        this.files = files;
        this.password = password;
    }

    void start() {
        thread.start();
        try {
            firstStart.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MariaDbException known) {
                throw known;
            }
            throw e;
        }
    }

    /** Ends the server in good order, and its thread with it. */
    void stop() {
        stopping.countDown();
        Process running = process;
        try {
            if (running != null) {
                running.destroy();
                if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + MariaDbServer.SCHEMA;
    }

    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The embedded MariaDB has not been started");
        }
        return running.pid();
    }

    private void keep() {
        try {
            installation.makeOnce();
            startOnFreePort();
            firstStart.complete(null);
            Duration pause = Duration.ofMillis(POLL_MILLIS);
            while (stillWantedAfter(pause)) {
                pause = restart() ? Duration.ofMillis(POLL_MILLIS) : longer(pause);
            }
        } catch (IOException e) {
            firstStart.completeExceptionally(
                    new MariaDbStartException("MariaDB could not be started: " + e.getMessage(), files.log(), e));
        } catch (InterruptedException | RuntimeException e) {
            firstStart.completeExceptionally(e);
        }
    }

    /** Waits for the end of the server, then a little; a server that ran for long is started again at once. */
    private boolean stillWantedAfter(Duration pause) throws InterruptedException {
        Process running = process;
        int code = running == null ? -1 : running.waitFor();
        if (stopping.getCount() > 0) {
            LOG.warn("The embedded MariaDB ended by itself (exit code {}); starting it again", code);
        }
        return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean restart() throws InterruptedException {
        try {
            start(port);
            LOG.info("The embedded MariaDB is back");
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The embedded MariaDB did not come back: {}", e.getMessage());
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Another program may take the port between our look and the server's start. */
    private void startOnFreePort() throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            long logged = files.logSize();
            port = freePort();
            try {
                start(port);
                return;
            } catch (MariaDbStartException e) {
                boolean lostRace = files.errorsSince(logged).stream().anyMatch(line -> line.contains("Bind on TCP/IP"));
                if (!lostRace || tried == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start(int onPort) throws IOException, InterruptedException {
        long logged = files.logSize();
        Process started = server.start(onPort);
        process = started;
        if (stopping.getCount() == 0) {
            started.destroy();
        }
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw failed("MariaDB ended while starting (exit code " + started.exitValue() + ")", logged);
            }
            if (System.nanoTime() > deadline) {
                started.destroyForcibly().waitFor();
                throw failed("MariaDB did not answer within " + START, logged);
            }
        }
        server.started();
    }

    private boolean answers() {
        String url = jdbcUrl() + "?connectTimeout=1000&socketTimeout=5000";
        try (var connection = DriverManager.getConnection(url, MariaDbServer.USER, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private MariaDbStartException failed(String problem, long logged) throws IOException {
        List<String> errors = files.errorsSince(logged);
        return new MariaDbStartException(errors.isEmpty() ? problem : problem + ": " + errors.getFirst(), files.log());
    }
}
