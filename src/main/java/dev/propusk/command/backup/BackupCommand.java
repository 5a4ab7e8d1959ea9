package dev.propusk.command.backup;

import dev.propusk.base.Sha256;
import dev.propusk.command.Arguments;
import dev.propusk.command.Command;
import dev.propusk.command.Commands;
import dev.propusk.command.Surroundings;
import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.mariadb.ReachedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.env.Environment;

/** {@code backup}: the whole database in one file, while the application works on. */
public class BackupCommand implements Command {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String RECIPIENT = "recipient";

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "backup <folder or file> [--recipient <age public key>] [--json]";
    }

    @Override
    public String purpose() {
        return "Writes the database into a file, while the application works on.";
    }

    @Override
    public Set<String> options() {
        return Set.of(RECIPIENT + "=", "json");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Path place = Path.of(arguments.words(this, 1, 1).getFirst()).toAbsolutePath();
        Optional<String> recipient = arguments.option(RECIPIENT);
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase database = ReachedDatabase.open(surroundings.environment())) {
            Manifest made = make(place, recipient, database.address(), surroundings.environment());
            out.println(
                    arguments.has("json")
                            ? made.json()
                            : String.format(
                                    Locale.ROOT,
                                    "%s: %,d bytes, complete%s.",
                                    made.file(),
                                    made.size(),
                                    made.encrypted() ? ", encrypted" : " and read back"));
            return Commands.OK;
        } catch (IOException e) {
            throw new BackupFailedException(
                    "The backup can't be written: " + e, "Look at the room and the rights of " + place + ".", e);
        }
    }

    private static Manifest make(
            Path place, Optional<String> recipient, DatabaseAddress database, Environment environment)
            throws IOException {
        BackupRecord record = new BackupRecord(database);
        Instant at = record.now();
        Path file = file(place, at, recipient.isPresent());
        DatabaseAddress reader = BackupSettings.reader(environment, database);
        long[] dumped = new long[1];
        PrivateFile.write(file, out -> {
            try (OutputStream encrypted = recipient.isPresent() ? Age.encrypting(out, recipient.get()) : out;
                    OutputStream packed = new GZIPOutputStream(encrypted, 1 << 16)) {
                dumped[0] = Dump.write(reader, packed);
            }
        });
        if (recipient.isEmpty()) {
            readBack(file, dumped[0]);
        }
        Manifest manifest = new Manifest(
                file.toString(),
                at,
                environment.getProperty("spring.application.version", ""),
                record.server(),
                record.keyFingerprint(),
                recipient.isPresent(),
                Files.size(file),
                sha256(file));
        manifest.writeBesideOf(file);
        record.note(at, manifest.size(), manifest.encrypted() ? "encrypted" : "plain");
        return manifest;
    }

    private static Path file(Path place, Instant at, boolean encrypted) throws IOException {
        Path file = place;
        if (Files.isDirectory(place)) {
            file = place.resolve("propusk-" + STAMP.format(at) + ".sql.gz" + (encrypted ? ".age" : ""));
        } else if (BackupFile.isEncrypted(place) != encrypted) {
            throw new BackupFailedException(
                    place + " is no name for it.", "End it in .sql.gz, and in .sql.gz.age where it is encrypted.");
        }
        if (Files.exists(file)) {
            throw new BackupFailedException(file + " is there already.", "Nothing is written over: name another one.");
        }
        return file;
    }

    private static void readBack(Path file, long dumped) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            long read = in.transferTo(OutputStream.nullOutputStream());
            if (read != dumped) {
                throw new BackupFailedException(
                        "Of " + dumped + " bytes only " + read + " stand in " + file + ".", "Look at the disk.");
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
