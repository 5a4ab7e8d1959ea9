package dev.propusk.command;

import dev.propusk.command.backup.BackupContent;
import dev.propusk.journal.seal.JournalReport;
import dev.propusk.mariadb.ReachedDatabase;
import dev.propusk.secrets.KeyPlace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify-backup}: a backup is one once it was read back, into a server of its own, and its journal is sound. */
class VerifyBackupCommand implements Command {
    private final Class<?> application;

    VerifyBackupCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "verify-backup";
    }

    @Override
    public String usage() {
        return "verify-backup <file> [--identity <file>] [--json]";
    }

    @Override
    public String purpose() {
        return "Reads a backup back into a server of its own, counts, and checks the journal with the key.";
    }

    @Override
    public Set<String> options() {
        return Set.of("identity=", "json");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Path file = Path.of(arguments.words(this, 1, 1).getFirst());
        Path folder = temporary();
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase fresh = ReachedDatabase.emptyIn(folder.resolve("data"), surroundings.environment())) {
            KeyPlace key = KeyPlace.of(surroundings.environment());
            Path identity = arguments.option("identity").map(Path::of).orElse(null);
            BackupContent content = BackupContent.load(file, identity, fresh.address(), key.secrets());
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("file", file.toString());
            found.put("tables", content.tables());
            found.put("rows", content.rows());
            JournalReport report = journal(arguments, fresh, key, folder);
            found.put("seals", report.seals());
            found.put("sound", report.isSound());
            if (arguments.has("json")) {
                out.println(JsonMapper.builder().build().writeValueAsString(found));
            } else {
                out.printf(Locale.ROOT, "%s: %d tables, %,d rows%n", file, content.tables(), content.rows());
                JournalCommand.tell(report, out);
            }
            return report.isSound() ? Commands.OK : Commands.FAILED;
        } finally {
            delete(folder);
        }
    }

    /** With the schema of this version, for a backup may be an older one's; without the seals that were told outside: they may be younger than the backup. */
    private JournalReport journal(Arguments arguments, ReachedDatabase fresh, KeyPlace key, Path folder) {
        List<String> own = new ArrayList<>(arguments.settings());
        own.removeIf(setting -> setting.startsWith("--propusk.data-dir="));
        own.add("--propusk.data-dir=" + folder.resolve("data"));
        own.removeIf(setting -> setting.startsWith("--propusk.seal-witness-file="));
        own.add("--propusk.seal-witness-file=");
        try (Services services =
                Services.overCopy(application, own, fresh.address(), key.file().toAbsolutePath())) {
            return JournalCommand.check(services);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("propusk-verify");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
