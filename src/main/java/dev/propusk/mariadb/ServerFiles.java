package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of the embedded server within the data directory. */
record ServerFiles(Path dataDirectory) {
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final long LARGEST_LOG = 10L << 20;
    private static final int PASSWORD_BYTES = 24;

    Path directory() {
        return dataDirectory.resolve("mariadb");
    }

    Path data() {
        return directory().resolve("data");
    }

    Path temporary() {
        return directory().resolve("tmp");
    }

    Path log() {
        return directory().resolve("error.log");
    }

    Path init() {
        return directory().resolve("init.sql");
    }

    Path pid() {
        return directory().resolve("server.pid");
    }

    /** Where the server that was started last listens. */
    Path port() {
        return directory().resolve("server.port");
    }

    private Path writer() {
        return directory().resolve("written-by");
    }

    /** Makes the folders; others may pass through the outer ones, so that the server needn't be root to reach its own. */
    void create() throws IOException {
        if (Files.notExists(dataDirectory)) {
            Files.createDirectories(dataDirectory);
            Files.setPosixFilePermissions(dataDirectory, PASSABLE);
        }
        Files.createDirectories(directory());
        Files.setPosixFilePermissions(directory(), PASSABLE);
        Files.createDirectories(temporary());
        Files.setPosixFilePermissions(temporary(), PosixFilePermissions.fromString("rwx------"));
        if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
            Files.delete(log());
        }
        if (Files.notExists(log())) {
            Files.createFile(log(), PosixFilePermissions.asFileAttribute(PRIVATE));
        }
    }

    /** The password of the application's user: made once, and kept for us alone. */
    String password() throws IOException {
        Path file = dataDirectory.resolve("mariadb-password");
        if (Files.exists(file) && !Files.readString(file).isBlank()) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writeSecret(file, password);
        return password;
    }

    /** Replaces a file by one that only its owner may read, from the first byte on. */
    static void writeSecret(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE));
        Files.writeString(file, content);
    }

    /** The server that last wrote the data. */
    Optional<MariaDbVersion> writtenBy() throws IOException {
        return Files.exists(writer()) ? MariaDbVersion.in(Files.readString(writer())) : Optional.empty();
    }

    void writtenBy(MariaDbVersion version) throws IOException {
        Files.writeString(writer(), version + "\n");
    }

    long logSize() throws IOException {
        return Files.size(log());
    }

    /** The errors that the server has logged since the log had that size. */
    List<String> errorsSince(long size) throws IOException {
        byte[] log = Files.readAllBytes(log());
        int from = (int) Math.min(size, log.length);
        return new String(log, from, log.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("ERROR") || line.startsWith("setpriv:"))
                .toList();
    }
}
