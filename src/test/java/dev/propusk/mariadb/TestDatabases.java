package dev.propusk.mariadb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Databases for tests: one that all share, and ones in directories of their own, all of one unpacked server. */
final class TestDatabases {
    static final String UNPACK_DIR = "target/mariadb-binaries";
    /** Beside the others: a bench needs more memory, and keeps its rows apart. */
    static final EmbeddedMariaDbSettings SHARED = new EmbeddedMariaDbSettings(
            System.getProperty("test.data-dir", "target/test-data"),
            new EmbeddedMariaDbSettings.Server(
                    System.getProperty("test.buffer-pool", "64M"),
                    System.getProperty("test.redo-log", "96M"),
                    Pattern.compile(" ")
                            .splitAsStream(System.getProperty("test.mariadb-options", ""))
                            .filter(option -> !option.isEmpty())
                            .toList(),
                    UNPACK_DIR));

    private TestDatabases() {}

    static EmbeddedMariaDbSettings in(Path dataDirectory) {
        return new EmbeddedMariaDbSettings(
                dataDirectory.toString(),
                new EmbeddedMariaDbSettings.Server("64M", "96M", List.of("--innodb-purge-threads=2"), UNPACK_DIR));
    }

    static Connection connect(EmbeddedMariaDb server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }
}
