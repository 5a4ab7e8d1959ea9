package dev.propusk.mariadb;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded server keeps its files, and how much memory it takes.
 *
 * @param dataDir folder of everything that the application keeps; the server's part is {@code mariadb} in it
 * @param mariadb what concerns the server alone
 */
@ConfigurationProperties("propusk")
record EmbeddedMariaDbSettings(String dataDir, @DefaultValue Server mariadb) {
    /**
     * Settings of the server alone.
     *
     * @param bufferPool memory for data and indexes, such as {@code 128M}
     * @param redoLog how much may have changed in memory before the server must write pages, such as {@code 96M}
     * @param options what else the server is told, such as {@code --slow-query-log=1}
     * @param unpackDir where the binaries of the class path are unpacked; unset: within the data directory
     */
    record Server(
            @DefaultValue("128M") String bufferPool,
            @DefaultValue("96M") String redoLog,
            @DefaultValue List<String> options,
            @Nullable String unpackDir) {}

    Path dataDirectory() {
        return Path.of(dataDir).toAbsolutePath().normalize();
    }

    Path unpackDirectory() {
        String given = mariadb.unpackDir();
        return given == null
                ? dataDirectory().resolve("mariadb", "binaries")
                : Path.of(given).toAbsolutePath().normalize();
    }
}
