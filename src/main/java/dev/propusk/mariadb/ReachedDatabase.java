package dev.propusk.mariadb;

import dev.propusk.base.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The installation's database, whether or not the application runs: the external one; the embedded one that runs; or else the
 * embedded one, started for as long as this is open.
 */
public final class ReachedDatabase implements AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable EmbeddedMariaDb started;

    private ReachedDatabase(DatabaseAddress address, @Nullable EmbeddedMariaDb started) {
        this.address = address;
        this.started = started;
    }

    /**
     * Finds it, or starts it.
     *
     * @throws StartRefusedException where there is none to be reached
     */
    public static ReachedDatabase open(Environment environment) {
        if (DatabaseAddress.isExternal(environment)) {
            return new ReachedDatabase(DatabaseAddress.external(environment), null);
        }
        return running(environment)
                .map(address -> new ReachedDatabase(address, null))
                .orElseGet(() -> started(settings(environment)));
    }

    /** A server of nobody's on files of its own, for as long as this is open. */
    public static ReachedDatabase emptyIn(Path folder, Environment environment) {
        EmbeddedMariaDbSettings given = settings(environment);
        EmbeddedMariaDbSettings.Server server = new EmbeddedMariaDbSettings.Server(
                given.mariadb().bufferPool(),
                given.mariadb().redoLog(),
                List.of(),
                given.unpackDirectory().toString());
        return started(new EmbeddedMariaDbSettings(folder.toString(), server));
    }

    /** The embedded server of an application that runs now. */
    public static Optional<DatabaseAddress> running(Environment environment) {
        ServerFiles files = new ServerFiles(settings(environment).dataDirectory());
        try {
            if (!Files.exists(files.port())) {
                return Optional.empty();
            }
            String url =
                    "jdbc:mariadb://127.0.0.1:" + Files.readString(files.port()).strip() + "/" + MariaDbServer.SCHEMA;
            DatabaseAddress address = new DatabaseAddress(url, MariaDbServer.USER, files.password());
            return answers(address) ? Optional.of(address) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether an embedded server could be started here.
     *
     * @throws StartRefusedException where there is none that fits
     */
    public static void requireServer(Environment environment) {
        EmbeddedMariaDbSettings settings = settings(environment);
        try {
            new BinariesChoice(
                            new ServerFiles(settings.dataDirectory()),
                            MachineBinaries.find(),
                            new BundledBinaries(settings.unpackDirectory()))
                    .choose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }

    private static ReachedDatabase started(EmbeddedMariaDbSettings settings) {
        EmbeddedMariaDb server = EmbeddedMariaDb.open(settings);
        return new ReachedDatabase(new DatabaseAddress(server.jdbcUrl(), server.username(), server.password()), server);
    }

    private static EmbeddedMariaDbSettings settings(Environment environment) {
        return Binder.get(environment).bindOrCreate("propusk", EmbeddedMariaDbSettings.class);
    }

    private static boolean answers(DatabaseAddress address) {
        String url = address.url() + "?connectTimeout=1000&socketTimeout=5000";
        try (var connection = DriverManager.getConnection(url, address.username(), address.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
