package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of the application's own, on files under the data directory, reachable from this machine only.
 *
 * <p>Within one process there is one server per data directory: whoever opens it again shares it, and the last to
 * close it stops it. Another process is refused.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Map<Path, EmbeddedMariaDb> OPEN = new HashMap<>();

    private final Path dataDirectory;
    private final DataDirectoryLock lock;
    private final ServerKeeper keeper;
    private final String password;
    private int users;

    private EmbeddedMariaDb(Path dataDirectory, DataDirectoryLock lock, ServerKeeper keeper, String password) {
        this.dataDirectory = dataDirectory;
        this.lock = lock;
        this.keeper = keeper;
        this.password = password;
    }

    /** Starts the server, or shares the one that runs already; it answers when this returns. */
    static EmbeddedMariaDb open(EmbeddedMariaDbSettings settings) {
        Path dataDirectory = settings.dataDirectory();
        synchronized (OPEN) {
            EmbeddedMariaDb open = OPEN.computeIfAbsent(dataDirectory, directory -> start(settings));
            open.users++;
            return open;
        }
    }

    /** For {@code java.sql}, without user and password. */
    public String jdbcUrl() {
        return keeper.jdbcUrl();
    }

    public String username() {
        return MariaDbServer.USER;
    }

    public String password() {
        return password;
    }

    /** The server's process; another one after a crash. */
    public long pid() {
        return keeper.pid();
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0 || !OPEN.remove(dataDirectory, this)) {
                return;
            }
            keeper.stop();
            release(lock);
            LOG.info("The embedded MariaDB in {} has stopped", dataDirectory);
        }
    }

    private static EmbeddedMariaDb start(EmbeddedMariaDbSettings settings) {
        ServerFiles files = new ServerFiles(settings.dataDirectory());
        try {
            files.create();
            DataDirectoryLock lock = DataDirectoryLock.take(files.dataDirectory());
            try {
                return start(settings, files, lock);
            } catch (IOException | RuntimeException e) {
                release(lock);
                throw e;
            }
        } catch (IOException e) {
            throw new MariaDbStartException(
                    "The data directory " + files.dataDirectory() + " can't be used: " + e, files.log(), e);
        }
    }

    private static EmbeddedMariaDb start(EmbeddedMariaDbSettings settings, ServerFiles files, DataDirectoryLock lock)
            throws IOException {
        long began = System.nanoTime();
        OrphanedServer.stop(files);
        BundledBinaries bundled = new BundledBinaries(settings.unpackDirectory());
        ServerBinaries binaries = new BinariesChoice(files, MachineBinaries.find(), bundled).choose();
        ServerAccount account = ServerAccount.forFilesIn(files.temporary(), binaries.mariadbd());
        String password = files.password();
        MariaDbServer server = new MariaDbServer(files, binaries, account, password, settings.mariadb());
        ServerKeeper keeper =
                new ServerKeeper(new ServerInstallation(files, binaries, account), server, files, password);
        keeper.start();
        LOG.info(
                "Embedded {} serves {} on {} after {} ms",
                binaries.version(),
                files.dataDirectory(),
                keeper.jdbcUrl(),
                (System.nanoTime() - began) / 1_000_000);
        return new EmbeddedMariaDb(files.dataDirectory(), lock, keeper, password);
    }

    private static void release(DataDirectoryLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the data directory could not be closed", e);
        }
    }
}
