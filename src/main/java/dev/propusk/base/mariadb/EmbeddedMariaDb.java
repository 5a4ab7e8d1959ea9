package dev.propusk.base.mariadb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB on files of its own, reachable from this machine only. It ends with the application, also when that is
 * killed, and is started again if it dies before.
 */
final class EmbeddedMariaDb {
    static final String SCHEMA = "propusk";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final long PAUSE_SECONDS = 1;
    private static final Map<Path, EmbeddedMariaDb> RUNNING = new HashMap<>();

    private final ServerFiles files;
    private final DataDirectoryLock lock;
    private final String password;
    private final int port;
    private final Thread keeper;
    private int users;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable MariaDbProcess process;

    private EmbeddedMariaDb(ServerFiles files, DataDirectoryLock lock, String password, int port) {
        this.files = files;
        this.lock = lock;
        this.password = password;
        this.port = port;
        // the server's death signal follows the thread that started it, so one thread stays for as long as it runs
        this.keeper = Thread.ofPlatform().name("mariadb").daemon().unstarted(this::keepRunning);
    }

    /** One server a data directory, however many application contexts of this process use it. */
    static EmbeddedMariaDb use(EmbeddedMariaDbSettings settings) {
        synchronized (RUNNING) {
            EmbeddedMariaDb database = RUNNING.get(settings.dataDirectory());
            if (database == null) {
                database = start(settings);
                RUNNING.put(settings.dataDirectory(), database);
            }
            database.users++;
            return database;
        }
    }

    /** The last user gone, the server is stopped. */
    void release() {
        synchronized (RUNNING) {
            users--;
            if (users == 0) {
                RUNNING.values().remove(this);
                close();
            }
        }
    }

    /** @throws MariaDbException where there is no server, its folder is in use, or it does not come up */
    static EmbeddedMariaDb start(EmbeddedMariaDbSettings settings) {
        try {
            Path dataDirectory = Files.createDirectories(settings.dataDirectory());
            DataDirectoryLock lock = DataDirectoryLock.take(dataDirectory);
            try {
                ServerFiles files = ServerFiles.in(dataDirectory, settings);
                files.stopOrphan();
                EmbeddedMariaDb database = new EmbeddedMariaDb(files, lock, password(dataDirectory), freePort());
                database.keeper.start();
                database.awaitAnswer();
                return database;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new MariaDbStartException(
                    "The embedded database could not be started: " + e.getMessage(), settings.dataDirectory(), e);
        }
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:%d/%s?tcpKeepAlive=true&connectTimeout=3000".formatted(port, SCHEMA);
    }

    String password() {
        return password;
    }

    /** The server's process; another one after it was started again. */
    long pid() {
        MariaDbProcess running = process;
        return running == null ? -1 : running.pid();
    }

    private void keepRunning() {
        try {
            while (ended.getCount() > 0) {
                MariaDbProcess started = MariaDbProcess.start(files, port, SCHEMA, password);
                process = started;
                int code = started.waitFor();
                if (ended.getCount() > 0) {
                    log.warn("The embedded database ended by itself ({}); starting it again", code);
                    if (ended.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            log.error("The embedded database can't be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() {
        try {
            if (!files.awaitAnswer(port, 90)) {
                close();
                throw new MariaDbStartException("The embedded database did not come up", files.errorLog());
            }
            files.forgetInitFile();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MariaDbStartException("The start was interrupted", files.errorLog(), e);
        }
    }

    private void close() {
        ended.countDown();
        try {
            MariaDbProcess running = process;
            if (running != null) {
                running.stop();
            }
            keeper.join(1_000);
            lock.close();
        } catch (IOException e) {
            log.warn("The data directory's lock could not be given back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String password(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("mariadb-password");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
