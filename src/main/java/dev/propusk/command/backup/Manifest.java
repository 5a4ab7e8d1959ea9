package dev.propusk.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands beside a backup, in clear: enough to know which program and which key it needs, and nothing secret.
 *
 * @param at by the database's clock
 * @param version of Propusk
 * @param server of MariaDB
 * @param keyFingerprint in hexadecimal; null where the database knew no key yet
 * @param size of the file, in bytes
 * @param sha256 of the file, in hexadecimal
 */
record Manifest(
        String file,
        Instant at,
        String version,
        String server,
        @Nullable String keyFingerprint,
        boolean encrypted,
        long size,
        String sha256) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Path besideOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".json");
    }

    /** Empty: there is none. */
    static Optional<Manifest> of(Path backup) {
        Path file = besideOf(backup);
        return Files.exists(file) ? Optional.of(JSON.readValue(file, Manifest.class)) : Optional.empty();
    }

    void writeBesideOf(Path backup) throws IOException {
        PrivateFile.write(besideOf(backup), out -> out.write(JSON.writeValueAsBytes(this)));
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
